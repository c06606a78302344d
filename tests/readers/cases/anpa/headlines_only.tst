W2870asian
f l Headlines     02-07 1049
^BC-Headlines,466<
^News at 11 p.m.<
^The bridge is open again
^The dike held

	   AP-WF-02-07-22 1509GMT<


