//! The native scanner of newsarc. `newsarc/scanner/twin.py` says in Python what each function
//! does; both give the same bytes for every text.

mod cache;
mod crc32;
mod cutter;
mod letters;
mod scan;
mod table;
mod units;
mod vocabulary;

use pyo3::prelude::*;

#[pymodule]
mod native {
    #[pymodule_export]
    use super::cutter::{Cut, Cutter};
    #[pymodule_export]
    use super::scan::Scanner;
    #[pymodule_export]
    use super::table::Buckets;
    #[pymodule_export]
    use super::units::units;
}
