//! The sentences and paragraphs of a text, as numbers of words.

use pyo3::prelude::*;

use crate::letters::{Words, is_alnum};

/// A byte of this value says that the number goes on in the next byte.
const MORE: usize = 255;

/// Return the packed numbers of words of each sentence and of each paragraph of a text.
#[pyfunction]
pub fn units(py: Python<'_>, text: &str) -> PyResult<(Vec<u8>, Vec<u8>)> {
    let (mut sentences, mut paragraphs) = (Units::default(), Units::default());
    let (mut words, mut start, mut is_first_of_two) = (Words::default(), 0, false);
    for (at, character) in text.char_indices() {
        if words.begins_with(py, character)? {
            sentences.words += 1;
            paragraphs.words += 1;
        }
        is_first_of_two = character == '\n' && !is_first_of_two;
        if is_first_of_two && text[at + 1..].starts_with('\n') {
            paragraphs.end();
        }
        if at >= start
            && is_sign(character)
            && let Some((stop, end)) = gap(py, text, at, character)?
        {
            if stop > start {
                sentences.end();
            }
            start = end;
        }
    }
    if start < text.len() {
        sentences.end();
    }
    paragraphs.end();
    Ok((sentences.packed, paragraphs.packed))
}

#[derive(Default)]
struct Units {
    words: usize,
    packed: Vec<u8>,
}

impl Units {
    fn end(&mut self) {
        let number = std::mem::take(&mut self.words);
        self.packed.extend(std::iter::repeat_n(u8::MAX, number / MORE));
        self.packed.push((number % MORE) as u8);
    }
}

/// Whether a character may end a sentence.
fn is_sign(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '\n')
}

/// Return the end of a sentence and the beginning of the next one, if a sign stands between them.
fn gap(py: Python<'_>, text: &str, at: usize, sign: char) -> PyResult<Option<(usize, usize)>> {
    let behind = &text[at + sign.len_utf8()..];
    if sign == '\n' {
        return Ok(Some((at, text.len() - behind.trim_start_matches('\n').len())));
    }
    let unquoted = behind.strip_prefix(['"', '“', '”', '»', '«', '’', ')']);
    let blank = unquoted.unwrap_or(behind);
    let next = blank.trim_start_matches(is_space);
    if next.len() == blank.len() || !may_begin(next) {
        return Ok(None);
    }
    if sign == '.' && unquoted.is_none() && is_abbreviated(py, &text[..at])? {
        return Ok(None);
    }
    Ok(Some((text.len() - blank.len(), text.len() - next.len())))
}

/// White space as `\s` has it in Python.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}

/// Whether a text begins as a sentence may begin.
fn may_begin(text: &str) -> bool {
    let rest = text.strip_prefix(['"', '„', '“', '»', '«', '(']).unwrap_or(text);
    rest.starts_with(|first: char| {
        first.is_ascii_uppercase() || first.is_ascii_digit() || matches!(first, 'Ä' | 'Ö' | 'Ü')
    })
}

/// Whether a full stop behind a text is that of an abbreviation or of an ordinal number.
fn is_abbreviated(py: Python<'_>, text: &str) -> PyResult<bool> {
    let mut length = 0;
    for character in text.chars().rev() {
        if character != '_' && !is_alnum(py, character)? {
            break;
        }
        length += 1;
        if length > 4 {
            return Ok(false);
        }
    }
    Ok(matches!(length, 1 | 2) || (length == 4 && text.ends_with("Prof")))
}
