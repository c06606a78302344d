//! What was seen lately between the blanks of texts.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Most stretches of a round; those of the round before are kept, too: at most 60 MB in all.
const MOST: usize = 250_000;
/// In characters. A longer stretch is hardly ever seen again, and is not kept.
const LONGEST: usize = 60;

/// The tokens of stretches that follow each other, joined by blanks, and their checksum.
#[derive(Default)]
pub struct Columns {
    pub forms: String,
    pub stems: String,
    pub ways: String,
    pub linked: String,
    pub checksum: u64,
}

impl Columns {
    /// Add the tokens of what follows.
    pub fn add(&mut self, other: &Columns) {
        append(&mut self.forms, &other.forms);
        append(&mut self.stems, &other.stems);
        append(&mut self.ways, &other.ways);
        append(&mut self.linked, &other.linked);
        self.checksum = self.checksum.wrapping_add(other.checksum);
    }
}

pub fn append(column: &mut String, tokens: &str) {
    if !tokens.is_empty() {
        if !column.is_empty() {
            column.push(' ');
        }
        column.push_str(tokens);
    }
}

/// Where a stretch and its columns stand in the text of a round, one behind the other.
#[derive(Clone, Copy)]
struct Entry {
    bounds: [u32; 6],
    checksum: u64,
}

/// The stretches of a round. What is seen first, as frequent words are, stands close together in
/// memory, which is worth half of the time.
#[derive(Default)]
struct Round {
    places: HashTable<u32>,
    entries: Vec<Entry>,
    text: String,
}

impl Round {
    fn part(&self, place: u32, number: usize) -> &str {
        let bounds = self.entries[place as usize].bounds;
        &self.text[bounds[number] as usize..bounds[number + 1] as usize]
    }

    fn find(&self, hash: u64, stretch: &str) -> Option<u32> {
        self.places.find(hash, |&place| self.part(place, 0) == stretch).copied()
    }

    fn add_to(&self, place: u32, text: &mut Columns) {
        append(&mut text.forms, self.part(place, 1));
        append(&mut text.stems, self.part(place, 2));
        append(&mut text.ways, self.part(place, 3));
        append(&mut text.linked, self.part(place, 4));
        let checksum = self.entries[place as usize].checksum;
        text.checksum = text.checksum.wrapping_add(checksum);
    }

    fn insert(&mut self, hasher: &DefaultHashBuilder, parts: [&str; 5], checksum: u64) {
        let mut bounds = [self.text.len() as u32; 6];
        for (end, part) in bounds[1..].iter_mut().zip(parts) {
            self.text.push_str(part);
            *end = self.text.len() as u32;
        }
        let place = self.entries.len() as u32;
        self.entries.push(Entry { bounds, checksum });
        let Self { places, entries, text } = self;
        let hash_at = |place: &u32| {
            let [start, end, ..] = entries[*place as usize].bounds;
            hasher.hash_one(&text[start as usize..end as usize])
        };
        places.insert_unique(hash_at(&place), place, hash_at);
    }
}

/// A cache of stretches with their columns.
#[derive(Default)]
pub struct Vocabulary {
    hasher: DefaultHashBuilder,
    now: Round,
    before: Round,
}

impl Vocabulary {
    /// Add the columns of a stretch to those of a text; return whether the stretch is known.
    pub fn add_to(&mut self, stretch: &str, text: &mut Columns) -> bool {
        let hash = self.hasher.hash_one(stretch);
        if let Some(place) = self.now.find(hash, stretch) {
            self.now.add_to(place, text);
            return true;
        }
        let Some(place) = self.before.find(hash, stretch) else {
            return false;
        };
        let mut found = Columns::default();
        self.before.add_to(place, &mut found);
        text.add(&found);
        self.keep(stretch, &found);
        true
    }

    /// Keep the columns of a stretch that is not in this round.
    pub fn keep(&mut self, stretch: &str, found: &Columns) {
        if stretch.chars().count() > LONGEST {
            return;
        }
        if self.now.entries.len() >= MOST {
            self.before = std::mem::take(&mut self.now);
        }
        let parts = [stretch, &found.forms, &found.stems, &found.ways, &found.linked];
        self.now.insert(&self.hasher, parts, found.checksum);
    }
}
