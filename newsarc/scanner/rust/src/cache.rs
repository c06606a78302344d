//! What was found of words lately.

use std::sync::{Mutex, MutexGuard, PoisonError};

use hashbrown::HashMap;

/// Most words of a round; those of the round before are kept, too. Scores of words take 3 MB in all,
/// and rows of stems 10 MB.
const MOST: usize = 20_000;

/// The words of a round, and those of the round before.
struct Rounds<V> {
    now: HashMap<String, V>,
    before: HashMap<String, V>,
}

/// A cache of what was found of words. Several threads may use it: it is never locked for longer
/// than a look-up takes.
pub struct Cache<V>(Mutex<Rounds<V>>);

impl<V> Default for Cache<V> {
    fn default() -> Self {
        Self(Mutex::new(Rounds { now: HashMap::new(), before: HashMap::new() }))
    }
}

impl<V: Clone> Cache<V> {
    /// Return what was kept of a word.
    pub fn get(&self, word: &str) -> Option<V> {
        let mut rounds = self.lock();
        if let Some(found) = rounds.now.get(word) {
            return Some(found.clone());
        }
        let (word, found) = rounds.before.remove_entry(word)?;
        rounds.keep(word, found.clone());
        Some(found)
    }

    pub fn keep(&self, word: &str, found: V) {
        self.lock().keep(word.to_owned(), found);
    }

    fn lock(&self) -> MutexGuard<'_, Rounds<V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V> Rounds<V> {
    fn keep(&mut self, word: String, found: V) {
        if self.now.len() >= MOST {
            self.before = std::mem::take(&mut self.now);
        }
        self.now.insert(word, found);
    }
}
