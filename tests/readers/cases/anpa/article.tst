W2870asian
f l Bruecke     02-07 1049
^BC-Bruecke,466<
^Bridge in Musterstadt open again <
^Eds: With AP Photos.<
^By EVA MUSTER and JAN BEISPIEL=
^Associated Press=
	   MUSTERSTADT, Germany (AP) _ The bridge is open again. 
 
	   Traffic flows.
^The repair=
	   It cost three million euros.
	   AP-WF-02-07-22 1509GMT<


