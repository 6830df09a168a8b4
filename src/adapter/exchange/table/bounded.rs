//! Reading with an encoding, and with a bound on how long a row may be.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

/// So much text may one row be. The longest text of a request is a quarter of it, whatever it is written in.
pub(super) const ROW: u64 = 2 * 1024 * 1024;
/// So much is read at a time, and so much may a reader have read of the next row already.
pub(super) const PIECE: usize = 64 * 1024;

/// The text of a file as UTF-8, whatever it was written in, without the mark at its beginning.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    input: Vec<u8>,
    from: usize,
    output: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { inner, decoder, input: Vec::new(), from: 0, output: Vec::new(), given: 0, ended: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        while self.given == self.output.len() && !self.ended {
            if self.from == self.input.len() {
                self.input.resize(PIECE, 0);
                let count = self.inner.read(&mut self.input)?;
                self.input.truncate(count);
                self.from = 0;
                self.ended = count == 0;
            }
            self.output.resize(PIECE * 3 + 16, 0);
            self.given = 0;
            let rest = self.input.get(self.from..).unwrap_or_default();
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(rest, &mut self.output, self.ended);
            self.from += read;
            self.output.truncate(written);
            match result {
                DecoderResult::Malformed(..) => return Err(io::ErrorKind::InvalidData.into()),
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.fill()?;
        let ready = self.output.get(self.given..).unwrap_or_default();
        let count = ready.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}

/// A reader that refuses to go on in the middle of a row that is too long, so that none fills the memory.
pub(super) struct Bounded<R> {
    inner: R,
    left: u64,
    exceeded: bool,
    total: u64,
    last: Option<u8>,
}

impl<R: Read> Bounded<R> {
    pub(super) fn new(inner: R) -> Self {
        Self { inner, left: ROW + PIECE as u64, exceeded: false, total: 0, last: None }
    }

    /// Begins a new row.
    pub(super) fn begin(&mut self) {
        self.left = ROW + PIECE as u64;
    }

    /// How much has been read in all, and the last byte of it.
    pub(super) fn so_far(&self) -> (u64, Option<u8>) {
        (self.total, self.last)
    }

    /// Whether a row was too long.
    pub(super) fn exceeded(&self) -> bool {
        self.exceeded
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        if most == 0 && !buffer.is_empty() {
            self.exceeded = true;
            return Err(io::Error::other("a row that is too long"));
        }
        let count = self.inner.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left -= count as u64;
        self.total += count as u64;
        self.last = count.checked_sub(1).and_then(|place| buffer.get(place)).copied().or(self.last);
        Ok(count)
    }
}

/// The next byte that is no blank, without taking it.
pub(super) fn peek(reader: &mut impl BufRead) -> io::Result<Option<u8>> {
    loop {
        let ready = reader.fill_buf()?;
        if ready.is_empty() {
            return Ok(None);
        }
        match ready.iter().position(|byte| !byte.is_ascii_whitespace()) {
            Some(place) => {
                let found = ready.get(place).copied();
                reader.consume(place);
                return Ok(found);
            }
            None => {
                let all = ready.len();
                reader.consume(all);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_8, UTF_16LE, WINDOWS_1252};

    use super::*;

    /// Gives one byte at a time, so that every character is cut somewhere.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = buffer.len().min(1);
            self.0.read(&mut buffer[..most])
        }
    }

    #[test]
    fn text_is_decoded_piece_by_piece() {
        let text = "Når;Bjørg Ås 😀\r\n".repeat(3);
        let mut utf_16 = vec![0xff, 0xfe];
        utf_16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let latin = "Når;Bjørg Ås".to_owned();
        let with_mark = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
        for (encoding, bytes, expected) in [
            (UTF_8, with_mark, &text),
            (UTF_16LE, utf_16, &text),
            (WINDOWS_1252, WINDOWS_1252.encode(&latin).0.into_owned(), &latin),
        ] {
            let mut read = String::new();
            Decoded::new(Drops(&bytes), encoding).read_to_string(&mut read).expect("text");
            assert_eq!(read, *expected);
        }
        let mut read = String::new();
        assert!(Decoded::new(Drops(b"bl\xe5"), UTF_8).read_to_string(&mut read).is_err());
    }

    #[test]
    fn a_row_that_goes_on_and_on_is_not_read() {
        let mut bounded = Bounded::new(io::repeat(b'a'));
        assert!(io::copy(&mut bounded, &mut io::sink()).is_err());
        assert!(bounded.exceeded());
        bounded.begin();
        assert_eq!(bounded.read(&mut [0; 8]).expect("read"), 8);
    }
}
