//! Bytes that are written as hexadecimal digits in `keys.toml`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that are written as lower-case hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hex(Vec<u8>);

impl Hex {
    /// The bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as an array; `None` if there are more or fewer.
    pub(super) fn array<const N: usize>(&self) -> Option<[u8; N]> {
        self.0.as_slice().try_into().ok()
    }
}

impl From<Vec<u8>> for Hex {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl<const N: usize> From<[u8; N]> for Hex {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        serializer.serialize_str(&digits)
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        if !digits.is_ascii() || digits.len() % 2 != 0 {
            return Err(D::Error::custom("not hexadecimal digits in pairs"));
        }
        let pairs = (0..digits.len()).step_by(2).map(|place| u8::from_str_radix(&digits[place..place + 2], 16));
        pairs.collect::<Result<_, _>>().map(Self).map_err(D::Error::custom)
    }
}
