//! Letters and digits, as the running Python has them: its version of Unicode may be another one.

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use pyo3::prelude::*;

const UNKNOWN: u8 = 0;
const OTHER: u8 = 1;
const ALNUM: u8 = 2;

/// What Python has said of each character so far; those beyond are asked for each time.
static KNOWN: [AtomicU8; 0x2_0000] = [const { AtomicU8::new(UNKNOWN) }; 0x2_0000];

/// Whether a character is a letter or a digit: `str.isalnum`.
pub fn is_alnum(py: Python<'_>, character: char) -> PyResult<bool> {
    if character.is_ascii() {
        return Ok(character.is_ascii_alphanumeric());
    }
    let Some(known) = KNOWN.get(character as usize) else {
        return ask(py, character);
    };
    if known.load(Relaxed) == UNKNOWN {
        let answer = if ask(py, character)? { ALNUM } else { OTHER };
        known.store(answer, Relaxed);
    }
    Ok(known.load(Relaxed) == ALNUM)
}

fn ask(py: Python<'_>, character: char) -> PyResult<bool> {
    character.into_pyobject(py)?.call_method0("isalnum")?.extract()
}

/// Whether a character is a combining mark that belongs to the letter before it.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// Tells at each character of a text in turn where it stands in a word.
#[derive(Default)]
pub struct Words {
    is_inside: bool,
}

impl Words {
    /// Take the next character, and return whether it belongs to a word.
    fn holds(&mut self, py: Python<'_>, character: char) -> PyResult<bool> {
        self.is_inside = is_alnum(py, character)? || (self.is_inside && is_mark(character));
        Ok(self.is_inside)
    }

    /// Take the next character, and return whether a word begins with it.
    pub fn begins_with(&mut self, py: Python<'_>, character: char) -> PyResult<bool> {
        let was_inside = self.is_inside;
        Ok(self.holds(py, character)? && !was_inside)
    }
}

/// Return the words of a stretch of text.
pub fn words<'a>(py: Python<'_>, text: &'a str) -> PyResult<Vec<&'a str>> {
    let (mut found, mut inside, mut start) = (Vec::new(), Words::default(), None);
    for (at, character) in text.char_indices() {
        if inside.holds(py, character)? {
            start.get_or_insert(at);
        } else if let Some(begin) = start.take() {
            found.push(&text[begin..at]);
        }
    }
    found.extend(start.map(|begin| &text[begin..]));
    Ok(found)
}

/// Return a word in the letters of German without case, with "ss" for "ß"; None for a word with
/// other letters, and for no word.
pub fn folded(word: &str) -> Option<String> {
    let mut folded = String::with_capacity(word.len() + 2);
    for letter in word.chars() {
        match letter {
            'a'..='z' | 'ä' | 'ö' | 'ü' => folded.push(letter),
            'ß' => folded.push_str("ss"),
            'A'..='Z' | 'Ä' | 'Ö' | 'Ü' => folded.extend(letter.to_lowercase()),
            _ => return None,
        }
    }
    Some(folded).filter(|word| !word.is_empty())
}
