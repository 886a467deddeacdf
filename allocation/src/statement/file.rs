use alloc::{borrow::Cow, format, string::String, vec::Vec};

use serde::{
    Deserialize, Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};

use super::{
    PublicKey, Signature,
    body::{StatementError, check_site, wrong},
    digest, link,
};
use crate::{
    Hash, MAX_EXACT, RecordError,
    record::{Object, parse_whole, text_of, unmarked},
};

/// The `format` of a file of statements.
pub const FILE_FORMAT: &str = "ticket-pool/statements/1";

/// Statements of a site that follow each other without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFile {
    /// The address of the site.
    pub site: String,
    /// What its signatures are checked with.
    pub key: PublicKey,
    /// The link before the first statement here; [`super::START`] where that is number 1.
    pub before: Hash,
    /// The number of the first statement here, from 1.
    pub first: u64,
    /// The statements, as they stand in the file: [`StatementFile::check`] says what is wrong with them.
    pub statements: Vec<Said>,
}

/// A statement in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// With all it says.
    Shown {
        /// Its body.
        body: String,
        /// What the site signed its link with.
        signature: Signature,
    },
    /// One that may not be shown: SHA-256 of its body.
    Withheld(Hash),
}

impl Said {
    /// What stands for it in the chain.
    #[must_use]
    pub fn digest(&self) -> Hash {
        match self {
            Self::Shown { body, .. } => digest(body),
            Self::Withheld(digest) => *digest,
        }
    }
}

impl StatementFile {
    /// Whether a text means to be a file of statements, going by its `format` alone: `ticket-pool/statements/` and anything.
    #[must_use]
    pub fn is_meant(bytes: &[u8]) -> bool {
        let read = serde_json::from_slice::<Object<Tag<'_>>>(unmarked(bytes));
        read.is_ok_and(|Object(Tag { format })| format.starts_with("ticket-pool/statements/"))
    }

    /// Reads a file of statements. Further keys are passed over, and so is a mark of UTF-8 before the text; what the statements say is not looked at.
    ///
    /// # Errors
    /// Text that is not UTF-8 or not JSON, a key twice, a field that is missing or of the wrong kind, another format, a site
    /// that is no address, digits that are not, a first number below 1 or so large that the last is above 2⁵³ − 1, a
    /// statement with neither body and signature nor digest, or with both. The first one is named with its place.
    pub fn read(bytes: &[u8]) -> Result<Self, StatementError> {
        let text = text_of(bytes)?;
        let Object(Tag { format }) = parse_whole(text)?;
        if format != FILE_FORMAT {
            return Err(wrong("format", format!("{format:?} is not known; {FILE_FORMAT} is")));
        }
        let Object(raw): Object<File<'_>> = parse_whole(text)?;
        check_site(&raw.site)?;
        let count = raw.statements.len() as u64;
        if raw.first == 0 || raw.first.saturating_add(count) > MAX_EXACT.unsigned_abs() {
            return Err(wrong("first", format!("{} is not between 1 and 2^53 - 1", raw.first)));
        }
        let key = PublicKey::parse(&raw.key).ok_or_else(|| no_digits("key", &raw.key, 64))?;
        let before = Hash::parse(&raw.before).ok_or_else(|| no_digits("before", &raw.before, 64))?;
        let statements = raw.statements.into_iter().enumerate().map(|(place, Object(raw))| said(place, raw));
        let statements = statements.collect::<Result<_, _>>()?;
        Ok(Self { site: raw.site.into_owned(), key, before, first: raw.first, statements })
    }

    /// Writes it as one JSON object on one line.
    #[must_use]
    pub fn write(&self) -> String {
        json(self)
    }

    /// The number and the link of each statement.
    pub fn links(&self) -> impl Iterator<Item = (u64, Hash)> + '_ {
        (self.first..).zip(self.statements.iter().scan(self.before, |before, said| {
            *before = link(*before, said.digest());
            Some(*before)
        }))
    }

    /// The number and the link of the last statement; of what came before, where there is none.
    #[must_use]
    pub fn head(&self) -> (u64, Hash) {
        self.links().last().unwrap_or((self.first.saturating_sub(1), self.before))
    }

    /// What it holds, in words: how many statements of whom, which key and where it leads. Says nothing of whether it is so.
    #[must_use]
    pub fn summary(&self) -> String {
        let Self { site, key, first, statements, .. } = self;
        let (last, link) = self.head();
        let held = match statements.len() {
            0 => format!("no statements of {site}"),
            1 => format!("1 statement of {site}, number {first}"),
            count => format!("{count} statements of {site}, numbers {first} to {last}"),
        };
        let withheld = match statements.iter().filter(|said| matches!(said, Said::Withheld(_))).count() {
            0 => String::new(),
            count => format!(", {count} withheld"),
        };
        format!("{held}{withheld}; key {key}; last link {link}")
    }

    /// The shown statements that can be read.
    pub fn shown(&self) -> impl Iterator<Item = super::Statement> + '_ {
        self.statements.iter().filter_map(|said| match said {
            Said::Shown { body, .. } => super::Statement::parse(body).ok(),
            Said::Withheld(_) => None,
        })
    }
}

#[derive(Deserialize)]
struct Tag<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    site: Cow<'a, str>,
    #[serde(borrow)]
    key: Cow<'a, str>,
    #[serde(borrow)]
    before: Cow<'a, str>,
    first: u64,
    #[serde(borrow)]
    statements: Vec<Object<Raw<'a>>>,
}

#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow, default)]
    body: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    signature: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    digest: Option<Cow<'a, str>>,
}

fn said(place: usize, raw: Raw<'_>) -> Result<Said, StatementError> {
    let at = |field: &str| format!("statements[{place}].{field}");
    match raw {
        Raw { body: Some(body), signature: Some(text), digest: None } => {
            let signature = Signature::parse(&text).ok_or_else(|| no_digits(&at("signature"), &text, 128))?;
            Ok(Said::Shown { body: body.into_owned(), signature })
        }
        Raw { body: None, signature: None, digest: Some(text) } => {
            Hash::parse(&text).map(Said::Withheld).ok_or_else(|| no_digits(&at("digest"), &text, 64))
        }
        _ => Err(wrong(format!("statements[{place}]"), "has neither a body with a signature nor a digest alone")),
    }
}

fn no_digits(place: &str, text: &str, count: usize) -> StatementError {
    wrong(place, format!("{:?} is not {count} lowercase hexadecimal digits", super::body::shortened(text)))
}

impl From<RecordError> for StatementError {
    fn from(RecordError { place, problem }: RecordError) -> Self {
        Self { place, problem }
    }
}

#[expect(clippy::expect_used, reason = "strings and whole numbers always make JSON")]
fn json(file: &StatementFile) -> String {
    serde_json::to_string(file).expect("JSON")
}

/// Printed as it is shown.
struct Shown<T>(T);

impl<T: core::fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for StatementFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("file", 6)?;
        object.serialize_field("format", FILE_FORMAT)?;
        object.serialize_field("site", &self.site)?;
        object.serialize_field("key", &Shown(self.key))?;
        object.serialize_field("before", &Shown(self.before))?;
        object.serialize_field("first", &self.first)?;
        object.serialize_field("statements", &self.statements)?;
        object.end()
    }
}

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        match self {
            Self::Shown { body, signature } => {
                object.serialize_entry("body", body)?;
                object.serialize_entry("signature", &Shown(signature))?;
            }
            Self::Withheld(digest) => object.serialize_entry("digest", &Shown(digest))?,
        }
        object.end()
    }
}
