//! Words known beforehand; `newsarc/analysis/words.py` and `tables.py` describe the file.

use std::str::from_utf8;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::crc32::crc32;

/// How many digits of a value are the frequency of the word.
const DIGITS: usize = 3;

/// A table of the words of a language, read into memory.
pub struct Table {
    data: Vec<u8>,
    buckets: usize,
    places: usize,
}

/// The form of a word, its stem and the other tokens by which it is found.
pub struct Known {
    pub form: String,
    pub stem: String,
    pub ways: String,
}

impl Table {
    /// Read a table. Raises `OSError`, or `ValueError` if the file is too short to be one.
    pub fn open(path: &str) -> PyResult<Self> {
        let data = std::fs::read(path)?;
        let mut lines = data.split(|&byte| byte == b'\n');
        let head = lines.by_ref().take(2).map(|line| line.len() + 1).sum();
        let table = Self { places: head + 4, buckets: number(&data, head), data };
        if table.buckets == 0 {
            return Err(PyValueError::new_err(format!("{path} is no table of words")));
        }
        Ok(table)
    }

    /// Return what the table says of a word as it is written.
    pub fn word(&self, word: &str) -> Option<Known> {
        let form = key(word)?;
        let value = self.get(&form)?.get(DIGITS..)?;
        let (stem, ways) = value.split_once(' ').unwrap_or((value, ""));
        let stem = with_beginning(&form, stem)?;
        let ways = if ways.contains(['^', '_']) { of_case(word, ways) } else { ways.to_owned() };
        Some(Known { form, stem, ways })
    }

    /// Return the value of a key.
    fn get(&self, key: &str) -> Option<&str> {
        let bucket = crc32(key) as usize % self.buckets;
        let place = |at: usize| number(&self.data, self.places + 4 * at);
        let bucket = self.data.get(place(bucket)..place(bucket + 1))?;
        let mut lines = from_utf8(bucket).ok()?.split('\n');
        lines.find_map(|line| line.strip_prefix(key)?.strip_prefix('\t'))
    }
}

/// Return the number at a place of a table, and 0 behind its end.
fn number(data: &[u8], at: usize) -> usize {
    let bytes = data.get(at..at + 4).and_then(|four| four.try_into().ok());
    bytes.map_or(0, |four| u32::from_le_bytes(four) as usize)
}

/// Return a word as the table has it; None if its spelling has to be analysed.
fn key(word: &str) -> Option<String> {
    let mut key = String::with_capacity(word.len() + 2);
    for (at, letter) in word.chars().enumerate() {
        match letter {
            'a'..='z' | 'ä' | 'ö' | 'ü' => key.push(letter),
            'ß' => key.push_str("ss"),
            'A'..='Z' | 'Ä' | 'Ö' | 'Ü' if at == 0 => key.extend(letter.to_lowercase()),
            _ => return None,
        }
    }
    Some(key)
}

/// Return a stem that is written as the number of letters it shares with the form, and the rest.
fn with_beginning(form: &str, written: &str) -> Option<String> {
    let mut rest = written.chars();
    let shared = (rest.next()? as usize).checked_sub('0' as usize)?;
    Some(form.chars().take(shared).chain(rest).collect())
}

/// Return the tokens of a word that is written with a capital (^), or without one (_).
fn of_case(word: &str, tokens: &str) -> String {
    let (own, other) = if word.starts_with(char::is_uppercase) { ('^', '_') } else { ('_', '^') };
    let kept = tokens.split(' ').filter(|token| !token.starts_with(other));
    kept.map(|token| token.strip_prefix(own).unwrap_or(token)).collect::<Vec<_>>().join(" ")
}
