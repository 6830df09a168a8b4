//! The parts of a workbook: which there are, and one of them unpacked piece by piece.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use flate2::CrcReader;
use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::bounded::Bounded;
use super::fault::TableFault;
use super::open;

/// How a workbook of the old format begins, and one of the new that needs a password.
pub(super) const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// So much of such a file is looked through.
const LOOKED_THROUGH: u64 = 16 * 1024 * 1024;
/// A part may unpack to so many times its size, once it is larger than [`FREELY`]. Rows that are all alike come to a tenth.
const MOST_TIMES: u64 = 400;
/// So much may every part unpack to.
const FREELY: u64 = 16 * 1024 * 1024;

/// The parts of a workbook.
pub(super) struct Parts {
    path: PathBuf,
    archive: ZipArchive<BufReader<File>>,
}

/// One part, unpacked as it is read.
pub(super) struct Part {
    packed: u64,
    read: u64,
    sum: u32,
    source: Source,
}

enum Source {
    Stored(CrcReader<std::io::Take<BufReader<File>>>),
    Deflated(Box<CrcReader<DeflateDecoder<std::io::Take<BufReader<File>>>>>),
}

impl Parts {
    pub(super) fn open(path: &Path) -> Result<Self, TableFault> {
        let archive = ZipArchive::new(BufReader::new(open(path)?)).map_err(|_| TableFault::Broken)?;
        let parts = Self { path: path.to_owned(), archive };
        let names: Vec<String> =
            parts.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect();
        if !names.iter().any(|name| name == "xl/workbook.xml") {
            return Err(TableFault::Packed);
        }
        if names.iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin")) {
            return Err(TableFault::Macros);
        }
        Ok(parts)
    }

    /// A part by its name; `None` if there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Bounded<Part>>, TableFault> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(reason)) if reason == ZipError::PASSWORD_REQUIRED => {
                return Err(TableFault::Encrypted);
            }
            Err(_) => return Err(TableFault::Broken),
        };
        let start = file.data_start().ok_or(TableFault::Broken)?;
        let (packed, sum, method) = (file.compressed_size(), file.crc32(), file.compression());
        drop(file);
        let mut bytes = BufReader::new(open(&self.path)?);
        bytes.seek(SeekFrom::Start(start)).map_err(|_| TableFault::Unreadable)?;
        let bytes = bytes.take(packed);
        let source = if method == CompressionMethod::Stored {
            Source::Stored(CrcReader::new(bytes))
        } else if method == CompressionMethod::Deflated {
            Source::Deflated(Box::new(CrcReader::new(DeflateDecoder::new(bytes))))
        } else {
            return Err(TableFault::Broken);
        };
        Ok(Some(Bounded::new(Part { packed, read: 0, sum, source })))
    }
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let (count, sum) = match &mut self.source {
            Source::Stored(source) => (source.read(buffer)?, source.crc().sum()),
            Source::Deflated(source) => (source.read(buffer)?, source.crc().sum()),
        };
        self.read += count as u64;
        if self.read > FREELY && self.read / MOST_TIMES > self.packed {
            return Err(std::io::ErrorKind::QuotaExceeded.into());
        }
        if count == 0 && !buffer.is_empty() && sum != self.sum {
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        Ok(count)
    }
}

/// What a file is that begins as old workbooks do: one of the new format with a password lies in such a file too.
pub(super) fn compound_fault(path: &Path) -> TableFault {
    let mut bytes = Vec::new();
    let read = open(path).map(|file| file.take(LOOKED_THROUGH).read_to_end(&mut bytes));
    if !matches!(read, Ok(Ok(_))) {
        return TableFault::Unreadable;
    }
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(mark.len()).any(|window| window == mark) { TableFault::Encrypted } else { TableFault::OldWorkbook }
}
