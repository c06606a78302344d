"""Frequent first names in German-speaking countries and their newsrooms.

They are needed only where no label, but the shape of the words alone, suggests a name.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    Abdul Achim Ada Adele Adelheid Adrian Agata Agnes Ahmed Aisha Alan Alba Albert
    Albrecht Aleksandra Alena Alessandra Alessandro Alessia Alex Alexa Alexander
    Alexandra Alexandre Alexis Alfons Alfred Ali Alice Alicia Alina Aline Alma Alois
    Alwin Amanda Amelie Amir Ana Anastasia Anders Andi Andre Andrea Andreas Andrej
    Andrew Andrzej André Anette Angela Angelika Angelo Anina Anita Anja Anka Anke Ann
    Anna Anne Annegret Anneke Anneliese Annemarie Annette Anni Annika Anouk Anselm Antje
    Anton Antonia Antonio Arian Ariane Armin Arndt Arne Arno Arnold Aron Arthur Asmaa
    Asta Astrid Athanasios August Aurelia Aurora Axel Aylin Ayse Aziz Barbara Bastian
    Beate Beatrice Beatrix Bela Ben Benedikt Benita Benjamin Benno Berit Bernadette
    Bernd Bernhard Bernhardt Bert Berta Berthold Bettina Bianca Bill Birgit Birgitta
    Birte Björn Bob Bodo Bora Boris Brian Brigitte Brit Britta Bruce Bruno Burak
    Burkhard Burkhardt Camilla Camille Can Caren Carina Carl Carla Carlo Carlos Carmen
    Carola Carolin Caroline Carsten Catharina Catherine Cathrin Cecilia Celine Cem
    Chantal Charles Charlie Charlotte Chiara Chris Christa Christel Christian Christiane
    Christin Christina Christine Christof Christoffer Christoph Christopher Christos
    Ciara Clara Clarissa Claudia Claudio Claus Clemens Conny Constanze Cora Corinna
    Corinne Cornelia Cornelius Cosima Cyrill Dagmar Damian Damir Daniel Daniela Danny
    Dario Darja Dave David Deborah Denis Denise Deniz Dennis Detlef Detlev Diana Dieter
    Dietmar Dietrich Dilara Dimitri Dina Dirk Domenico Dominic Dominik Dominique Donald
    Donata Dora Dorian Doris Dorit Dorothea Dorothee Douglas Eberhard Eckart Eckehard
    Eckhard Edda Edeltraud Edgar Edith Edmund Eduard Edward Egon Eileen Elena Eliane
    Elias Elisa Elisabeth Elisabetta Elise Elke Ella Ellen Elli Ellie Elmar Elsa Elvira
    Emanuel Emil Emilia Emilio Emily Emma Emre Engin Enno Enrico Enzo Erhard Eric Erich
    Erik Erika Erkan Ermin Ernesto Ernst Erwin Esther Eugen Eva Evan Eveline Evelyn
    Ewald Ezgi Fabian Fabienne Fabio Farah Fatih Fatma Federico Feline Felix Ferdinand
    Fiete Filip Filiz Finn Fiona Flavia Flora Florence Florentin Florian Frances
    Francesca Francesco Francis Frank Franka Franz Franziska Franziskus Frauke Fred
    Freddy Frederic Frederik Frederike Frida Frieda Friedemann Friederike Friedhelm
    Friedrich Fritz Gabi Gabor Gabriel Gabriela Gabriele Gary Gemma Georg George Gerald
    Gerd Gerda Gerhard Gero Gerrit Gert Gertrud Gesa Gesine Giovanni Gisbert Gisela
    Giulia Goran Gordon Gottfried Gregor Greta Grit Gudrun Guido Gundula Gunnar Gunter
    Gustav Günay Günter Günther Hadija Hagen Hakan Hanna Hannah Hanne Hannes Hanni Hanno
    Hans Harald Harriet Harro Harry Hartmut Hasan Hatice Hauke Hedwig Heidi Heike Heiko
    Heiner Heinrich Heinz Helen Helena Helene Helga Helge Helmar Helmut Hendrik Henning
    Henrik Henry Herbert Hermann Hilde Hilmar Hiltrud Hinrich Holger Holm Horst Hubert
    Hugo Ian Ibrahim Ida Igor Ilka Ilona Ilse Imke Imre Ina Ines Inga Inge Ingeborg
    Ingmar Ingo Ingolf Ingrid Ioannis Irena Irene Irina Iris Irma Irmgard Isa Isaak
    Isabel Isabell Isabella Isabelle Ismail Ivan Ivana Ivo Jaap Jacek Jack Jacob
    Jacqueline Jakob Jakub James Jan Jana Jane Janet Janina Janine Janka Janko Jannes
    Jannik Jannis Janosch Jasmin Jason Jasper Jean Jeanette Jelena Jelka Jenna Jenni
    Jennifer Jenny Jens Jeremy Jerome Jessica Jessika Jill Jim Joachim Joana Joanna
    Joanne Jochen Joe Joel Johan Johann Johanna Johannes John Johnny Jolanda Jon Jonas
    Jonathan Jorge Jos Josef Josefine Joseph Josephine Joshua José Juan Judith Jule
    Julia Julian Juliane Juliette Julius June Juri Jurij Justin Justus Jutta Jördis Jörg
    Jörgen Jörn Jürgen Kai Kaja Kamil Karen Karin Karina Karl Karla Karolin Karolina
    Karoline Karsten Kate Katerina Katharina Katharine Katherina Kathleen Kathrin Kathy
    Katinka Katja Katrin Katrina Kay Kemal Kenneth Kerem Kersten Kerstin Kevin Kilian
    Kim Kira Kirsten Kirstin Klara Klaus Klemens Knut Konrad Konstantin Konstanze Kora
    Korbinian Kristian Kristin Kristina Kristof Krzysztof Kurt Ladina Lambert Lara
    Larissa Lars Lasse Laura Laurent Laurenz Lea Leander Leandra Leif Leila Lena Lennart
    Lennert Leo Leon Leona Leonard Leonhard Leonie Levin Liam Lieselotte Lilian Lilli
    Lilly Lina Linda Linus Lioba Lion Lisa Lisbeth Liv Livia Lore Lorenz Lothar Lou
    Louis Louisa Luca Lucas Lucia Luciano Lucie Ludwig Luis Luisa Luise Luka Lukas Luke
    Lutz Lydia Lynn Madeleine Magdalena Maik Maike Maja Malin Malina Malte Mandy Manfred
    Manja Manuel Manuela Mara Marc Marcel Marcin Marco Marcus Mareike Maren Margarete
    Margarita Margaux Margit Margot Margret Margrit Maria Marian Mariana Marianne Marie
    Mariella Marietta Marija Marika Marina Mario Marion Marisa Marit Marius Mark Marko
    Markus Marlen Marlene Marlies Marlon Marta Marten Martha Marthe Martin Martina
    Martino Marvin Mary Maryam Mascha Massimo Mateusz Mathias Mathilde Mathis Mats
    Matthew Matthias Mattias Mattis Maurice Mauritz Mauro Max Maxi Maxim Maximilian Maya
    Mehmet Meike Melanie Meret Merle Merlin Meryem Mia Micha Michael Michaela Michail
    Michal Michel Michelle Miguel Mikael Mike Mila Milan Milena Minna Minou Mira Miriam
    Mirjam Mirko Miro Miroslav Mohamed Mona Monika Monique Moritz Murat Mustafa Nadia
    Nadin Nadine Nadja Nadya Naomi Natalia Natalie Natascha Nathalie Nathan Nathanael
    Nathaniel Neele Nele Nelli Nelly Nena Nick Niclas Nico Nicola Nicolai Nicolas
    Nicolaus Nicole Niels Niko Nikola Nikolai Nikolaj Nikolaos Nikolas Nikolaus Nils
    Nina Nino Noah Noemi Nora Norbert Norman Nuria Oda Odette Oksana Olaf Ole Olga
    Oliver Olivia Olivier Onur Orhan Oskar Oswald Otto Pablo Pamela Pamina Paola Pascal
    Pascale Patricia Patricio Patrick Patrizia Paul Paula Paulina Pauline Pawel Pedro
    Peer Peggy Penelope Pepe Per Perry Peter Petra Phil Philine Philip Philipp Philippa
    Philippe Pia Pierre Piet Pieter Piotr Prisca Priska Rafael Rahel Raimund Rainer Raj
    Ralf Ralph Ramin Ramon Ramona Randolf Raoul Raphael Raphaela Raphaël Rasmus Raul
    Rebecca Regina Regine Reiner Reinhard Reinhold Renate Renato René Renée Ricarda
    Riccardo Richard Rico Rieke Rike Rita Robert Roberta Roberto Robin Rocco Roderich
    Roger Roland Rolf Roman Romana Romina Romy Ron Ronald Ronja Ronny Rosa Rosemarie
    Rosi Roswitha Roxana Roxane Roy Ruben Rudi Rudolf Rupert Ruth Ryan Régine Rüdiger
    Sabina Sabine Sabrina Sally Salome Salomé Sam Samantha Sami Samira Samuel Sandra
    Sandro Sanja Santiago Sara Sarah Sascha Saskia Saša Scott Sean Seb Sebastian Selim
    Selina Selma Sergei Sergej Sergio Serhat Severin Shirin Sibylle Siegfried Siegmar
    Siegrid Sigmund Sigrid Sigrun Silas Silke Silva Silvan Silvana Silvester Silvia
    Silvio Simon Simona Simone Sina Sinan Sinja Siri Slavko Sofia Sofie Solveig Sonia
    Sonja Sophia Sophie Stanislaw Stefan Stefania Stefanie Steffanie Steffen Steffi
    Stella Stephan Stephane Stephanie Stephanus Stephen Steve Steven Stig Stina Sunny
    Susan Susann Susanna Susanne Suse Susi Svantje Sven Svenja Svetlana Swantje Swen
    Swetlana Sybil Sybille Sylvia Sylvie Sören Tabea Talin Tamara Tania Tanja Tara Tarek
    Tarik Tatjana Ted Teresa Terry Thassilo Thea Thekla Theo Theodor Theresa Thies Thilo
    Thimo Thomas Thor Thorben Thore Thorsten Tiemo Till Tilman Tilmann Tim Timm Timo
    Timon Timothy Tina Titus Tjark Tobias Tom Tomas Tomasz Tomislav Tommy Toni Tony
    Torben Torsten Traudl Tristan Ulf Uli Ulla Ulrich Ulrike Umut Urban Urs Ursina
    Ursula Urte Uschi Uta Ute Utz Uwe Vadim Valentin Valentina Valeria Valerie Valeska
    Valérie Vanessa Vasilis Vassili Veit Velten Vera Verena Veronica Veronika Vesna
    Vicky Victor Victoria Viktor Viktoria Vincent Vincenz Viola Virginia Vitali Vito
    Vivian Viviane Vivien Vladimir Volker Volkmar Waldemar Walter Walther Waltraud Wanda
    Wendelin Wenke Wera Werner Wiebke Wieland Wilfried Wilhelm Wilko Willi William Willy
    Wilma Winfried Wladimir Wolf Wolfgang Wolfram Xaver Xenia Yann Yannic Yannick Yannik
    Yara Yasemin Yasmin Yasmina Yavuz Yuri Yusuf Yves Yvonne Zeynep Zita Zoe Zoran Zoë
    Ágnes Åsa Çağla Ömer Özlem Şükrü
    """.split()
)
