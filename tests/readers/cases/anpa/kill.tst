W2870asian
f l Bridge, Kill     02-07 1049
^BC-Bridge, Kill,466<
^Bridge in Musterstadt open again <
	   MUSTERSTADT (AP) _ Kill the story on the bridge.
	   AP-WF-02-07-22 1509GMT<


