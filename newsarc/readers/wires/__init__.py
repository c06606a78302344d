"""What news agencies send: NewsML-G2, NITF, ninjs, dpa's JSON, IPTC 7901, ANPA 1312."""
