//! The parts of a workbook: which there are, and one of them unpacked piece by piece.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::CrcReader;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::bounded::Bounded;
use super::fault::TableFault;
use super::open;
use crate::adapter::exchange::unpack;
use crate::usecase::ports::FileFault;

/// How a workbook of the old format begins, and one of the new that needs a password.
pub(super) const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// So much of such a file is looked through.
const LOOKED_THROUGH: u64 = 16 * 1024 * 1024;
/// A part may unpack to so many times its size, once it is larger than [`FREELY`]. Rows that are all alike come to a tenth.
const MOST_TIMES: u64 = 400;
/// So much may every part unpack to.
const FREELY: u64 = 16 * 1024 * 1024;

/// Where a workbook lies. It is opened anew for each part, since a part is read while others are looked up.
pub trait Origin {
    /// Its bytes.
    type Bytes: Read + Seek;

    /// Opens it from its beginning.
    ///
    /// # Errors
    /// [`TableFault::Missing`].
    fn open(&self) -> Result<Self::Bytes, TableFault>;
}

/// On a disk.
impl Origin for PathBuf {
    type Bytes = File;

    fn open(&self) -> Result<File, TableFault> {
        open(self)
    }
}

/// In memory.
impl Origin for Arc<[u8]> {
    type Bytes = Cursor<Self>;

    fn open(&self) -> Result<Self::Bytes, TableFault> {
        Ok(Cursor::new(Self::clone(self)))
    }
}

/// The parts of a workbook.
pub(super) struct Parts<At: Origin> {
    at: At,
    archive: ZipArchive<BufReader<At::Bytes>>,
}

/// One part, unpacked as it is read.
pub(super) struct Part<Bytes> {
    packed: u64,
    read: u64,
    sum: u32,
    source: Source<Bytes>,
}

enum Source<Bytes> {
    Stored(CrcReader<std::io::Take<BufReader<Bytes>>>),
    Deflated(Box<CrcReader<DeflateDecoder<std::io::Take<BufReader<Bytes>>>>>),
}

impl<At: Origin> Parts<At> {
    pub(super) fn open(at: At) -> Result<Self, TableFault> {
        let archive = unpack::open(BufReader::new(at.open()?)).map_err(fault)?;
        let names = unpack::names(&archive);
        if !names.iter().any(|name| name == "xl/workbook.xml") {
            return Err(TableFault::Packed);
        }
        if unpack::has_macros(&names) {
            return Err(TableFault::Macros);
        }
        Ok(Self { at, archive })
    }

    /// A part by its name; `None` if there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Bounded<Part<At::Bytes>>>, TableFault> {
        let Some(file) = unpack::find(&mut self.archive, name).map_err(fault)? else { return Ok(None) };
        let start = file.data_start().ok_or(TableFault::Broken)?;
        let (packed, sum, method) = (file.compressed_size(), file.crc32(), file.compression());
        drop(file);
        let mut bytes = BufReader::new(self.at.open()?);
        // A part that calls itself larger than what is left of the file would be let unpack to more.
        let end = bytes.seek(SeekFrom::End(0)).map_err(|_| TableFault::Unreadable)?;
        let packed = packed.min(end.saturating_sub(start));
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

fn fault(fault: FileFault) -> TableFault {
    if fault == FileFault::Encrypted { TableFault::Encrypted } else { TableFault::Broken }
}

impl<Bytes: Read> Read for Part<Bytes> {
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
