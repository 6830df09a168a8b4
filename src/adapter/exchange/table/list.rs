//! JSON objects in a list, or one after the other, each by itself.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use encoding_rs::Encoding;
use serde::Deserialize;
use serde_json::{Deserializer, Value};

use super::bounded::{Bounded, Decoded, PIECE, peek};
use super::fault::TableFault;
use super::open;

/// The objects of a JSON file.
pub struct List {
    reader: BufReader<Bounded<Decoded<File>>>,
    /// Whether they stand in a list; otherwise they stand one after the other.
    listed: bool,
    count: u64,
    ended: bool,
}

impl List {
    pub(super) fn open(path: &Path, encoding: &'static Encoding) -> Result<Self, TableFault> {
        let mut reader = BufReader::with_capacity(PIECE, Bounded::new(Decoded::new(open(path)?, encoding)));
        let listed = peek(&mut reader).map_err(|_| TableFault::Unreadable)? == Some(b'[');
        if listed {
            reader.consume(1);
        }
        Ok(Self { reader, listed, count: 0, ended: false })
    }

    pub(super) fn next(&mut self) -> Result<Option<(u64, Value)>, TableFault> {
        if self.ended {
            return Ok(None);
        }
        self.reader.get_mut().begin();
        let number = self.count + 1;
        let mut found = self.peek(number)?;
        if self.listed {
            match found {
                Some(b']') => {
                    self.reader.consume(1);
                    self.ended = true;
                    return match self.peek(number)? {
                        None => Ok(None),
                        Some(_) => Err(TableFault::Syntax(number, 1)),
                    };
                }
                Some(b',') if self.count > 0 => {
                    self.reader.consume(1);
                    found = self.peek(number)?;
                }
                Some(_) if self.count > 0 => return Err(TableFault::Syntax(number, 1)),
                Some(_) | None => {}
            }
        }
        match found {
            None if self.listed => return Err(TableFault::CutOff(number)),
            None => {
                self.ended = true;
                return Ok(None);
            }
            Some(b'{') => {}
            Some(_) => return Err(TableFault::NotAnObject(number)),
        }
        let read = Value::deserialize(&mut Deserializer::from_reader(&mut self.reader));
        self.count = number;
        read.map(|value| Some((number, value))).map_err(|error| {
            if self.reader.get_ref().exceeded() {
                TableFault::TooLong(number)
            } else if error.is_eof() {
                TableFault::CutOff(number)
            } else {
                TableFault::Syntax(number, error.column())
            }
        })
    }

    fn peek(&mut self, number: u64) -> Result<Option<u8>, TableFault> {
        peek(&mut self.reader).map_err(|_| {
            if self.reader.get_ref().exceeded() { TableFault::TooLong(number) } else { TableFault::Unreadable }
        })
    }
}
