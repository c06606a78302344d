//! What was seen lately between the blanks of texts.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Most stretches of a round; those of the round before are kept, too: at most 60 MB in all.
const MOST: usize = 250_000;
/// Most bytes of a round.
const MOST_BYTES: usize = 32 << 20;
/// In characters. A longer stretch is hardly ever seen again, and is not kept.
const LONGEST: usize = 60;

/// The tokens of stretches that follow each other, joined by blanks, and their checksum.
#[derive(Default)]
pub struct Columns {
    pub forms: Vec<u8>,
    pub stems: Vec<u8>,
    pub ways: Vec<u8>,
    pub linked: Vec<u8>,
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

pub fn append(column: &mut Vec<u8>, tokens: &[u8]) {
    if !tokens.is_empty() {
        if !column.is_empty() {
            column.push(b' ');
        }
        column.extend_from_slice(tokens);
    }
}

/// The stretches of a round, and their columns behind each of them.
///
/// A look-up costs what it waits for memory. So all that is known of a stretch stands in one
/// place, and what is seen first, as frequent words are, close together.
#[derive(Default)]
struct Round {
    places: HashTable<u32>,
    entries: Vec<u8>,
}

/// Before each stretch: the checksum, and the sizes of the stretch and of its four columns.
const HEAD: usize = 8 + 5 * 2;

impl Round {
    /// Return the stretch at a place, and the columns behind it.
    fn at(&self, place: u32) -> (&[u8], &[u8]) {
        let entry = &self.entries[place as usize..];
        entry[HEAD..].split_at(size(entry, 0))
    }

    fn find(&self, hash: u64, stretch: &str) -> Option<u32> {
        self.places.find(hash, |&place| self.at(place).0 == stretch.as_bytes()).copied()
    }

    /// Add the columns of the stretch at a place to those of a text.
    fn add_to(&self, place: u32, text: &mut Columns) {
        let entry = &self.entries[place as usize..];
        let columns = [&mut text.forms, &mut text.stems, &mut text.ways, &mut text.linked];
        let mut rest = self.at(place).1;
        for (number, column) in (1..).zip(columns) {
            let (tokens, behind) = rest.split_at(size(entry, number));
            append(column, tokens);
            rest = behind;
        }
        let checksum = entry[..8].try_into().map_or(0, u64::from_le_bytes);
        text.checksum = text.checksum.wrapping_add(checksum);
    }

    fn insert(&mut self, hasher: &DefaultHashBuilder, parts: [&[u8]; 5], checksum: u64) {
        let place = self.entries.len() as u32;
        self.entries.extend(checksum.to_le_bytes());
        self.entries.extend(parts.iter().flat_map(|part| (part.len() as u16).to_le_bytes()));
        self.entries.extend(parts.iter().copied().flatten());
        let Self { places, entries } = self;
        let hash_at = |place: &u32| {
            let entry = &entries[*place as usize..];
            hasher.hash_one(&entry[HEAD..HEAD + size(entry, 0)])
        };
        places.insert_unique(hash_at(&place), place, hash_at);
    }
}

/// Return a size from the head of an entry: that of the stretch, or of one of its columns.
fn size(entry: &[u8], number: usize) -> usize {
    let at = 8 + 2 * number;
    usize::from(u16::from_le_bytes([entry[at], entry[at + 1]]))
}

/// A cache of stretches with their columns.
#[derive(Default)]
pub struct Vocabulary {
    hasher: DefaultHashBuilder,
    now: Round,
    before: Round,
}

impl Vocabulary {
    /// Return the places of the stretches of a text that are known; they hold until the next call.
    ///
    /// A look-up waits for memory, and look-ups that follow each other wait together.
    pub fn places(&mut self, stretches: &[&str]) -> Vec<Option<u32>> {
        if self.now.places.len() >= MOST || self.now.entries.len() >= MOST_BYTES {
            self.before = std::mem::take(&mut self.now);
        }
        let hashes = stretches.iter().map(|stretch| self.hasher.hash_one(stretch.as_bytes()));
        let hashes: Vec<u64> = hashes.collect();
        let pairs = stretches.iter().zip(hashes);
        pairs.map(|(stretch, hash)| self.now.find(hash, stretch)).collect()
    }

    /// Add the columns of the stretch at a place to those of a text.
    pub fn add_at(&self, place: u32, text: &mut Columns) {
        self.now.add_to(place, text);
    }

    /// Add the columns of a stretch to those of a text; return whether the stretch is known.
    pub fn add_to(&mut self, stretch: &str, text: &mut Columns) -> bool {
        let hash = self.hasher.hash_one(stretch.as_bytes());
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
        let parts = [stretch.as_bytes(), &found.forms, &found.stems, &found.ways, &found.linked];
        let is_long = parts.iter().any(|part| part.len() > usize::from(u16::MAX));
        if is_long || stretch.chars().count() > LONGEST {
            return;
        }
        self.now.insert(&self.hasher, parts, found.checksum);
    }
}
