//! One file that holds many, in the tar format (ustar), so that a backup opens without Pallium too.
//!
//! What is read is accepted only in exactly the form in which it is written, down to the padding: whatever else a tar
//! file can hold (links, devices, sparse files, owners) is refused before anything is made of it, and a bit that
//! changed anywhere is noticed.

use std::io::{self, Read};

use crate::store::disk::digest::Digest;
use crate::store::disk::files::NewFile;

/// Everything in a tar file comes in blocks of this many bytes.
pub(in crate::store) const BLOCK: usize = 512;

/// The longest path that is written or read.
const LONGEST_PATH: usize = 1024;

const FILE: u8 = b'0';
/// A record before a file whose path does not fit into the old fields.
const EXTENDED: u8 = b'x';

/// Writes files one after the other.
pub(in crate::store) struct Packer {
    file: Box<dyn NewFile>,
}

impl Packer {
    pub(in crate::store) fn new(file: Box<dyn NewFile>) -> Self {
        Self { file }
    }

    /// Adds one file, changed last in the second `modified` since 1970.
    pub(in crate::store) fn add(&mut self, path: &str, modified: u64, bytes: &[u8]) -> io::Result<()> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let mut block = Vec::with_capacity(bytes.len() + 4 * BLOCK);
        if placed(path).is_none() {
            let record = extended(path);
            let length = u64::try_from(record.len()).unwrap_or(u64::MAX);
            block.extend(header("path", length, 0, EXTENDED));
            block.extend(&record);
            pad(&mut block);
        }
        block.extend(header(&short(path), size, modified, FILE));
        block.extend(bytes);
        pad(&mut block);
        self.file.write_all(&block)
    }

    /// Ends the archive and waits until the disk has it.
    pub(in crate::store) fn finish(mut self) -> io::Result<()> {
        self.file.write_all(&[0; 2 * BLOCK])?;
        self.file.sync()
    }
}

/// A file that was read.
pub(in crate::store) struct Packed {
    pub(in crate::store) path: String,
    /// When it was last changed, in seconds since 1970.
    pub(in crate::store) modified: u64,
    pub(in crate::store) bytes: Vec<u8>,
}

/// Why an archive is not read further.
#[derive(Debug)]
pub(in crate::store) enum Unfit {
    /// The disk did not give it.
    Fault(io::Error),
    /// It ends too early.
    Cut,
    /// Not in the form in which an archive is written.
    Form,
    /// A link, device, folder or anything else that is no plain file.
    NoFile(String),
    /// A file that is larger than it may be.
    TooLarge(String),
}

/// Reads files one after the other.
pub(in crate::store) struct Unpacker {
    reader: Box<dyn Read + Send>,
    /// Whether the end was read.
    ended: bool,
}

impl Unpacker {
    pub(in crate::store) fn new(reader: Box<dyn Read + Send>) -> Self {
        Self { reader, ended: false }
    }

    /// The next file, of at most as many bytes as `limit` says of its path; `None` at the end.
    pub(in crate::store) fn next(&mut self, limit: impl Fn(&str) -> u64) -> Result<Option<Packed>, Unfit> {
        if self.ended {
            return Ok(None);
        }
        let block = self.exactly(BLOCK)?;
        if block.iter().all(|byte| *byte == 0) {
            self.end()?;
            return Ok(None);
        }
        let mut head = Head::read(&block)?;
        let mut path = head.path.clone();
        if head.kind == EXTENDED {
            path = self.extended(&head)?;
            head = Head::read(&self.exactly(BLOCK)?)?;
            if head.kind == EXTENDED || head.path != short(&path) {
                return Err(Unfit::Form);
            }
        } else if placed(&path).is_none() {
            return Err(Unfit::Form);
        }
        let size = usize::try_from(head.size).ok().filter(|_| head.size <= limit(&path));
        let Some(size) = size else { return Err(Unfit::TooLarge(path)) };
        let bytes = self.padded(size)?;
        Ok(Some(Packed { path, modified: head.modified, bytes }))
    }

    /// The path in a record before the file itself.
    fn extended(&mut self, head: &Head) -> Result<String, Unfit> {
        let size = usize::try_from(head.size).ok().filter(|size| *size <= LONGEST_PATH + 16);
        let record = self.padded(size.ok_or(Unfit::Form)?)?;
        let text = String::from_utf8(record).map_err(|_| Unfit::Form)?;
        let path = text.split_once(" path=").and_then(|(_, path)| path.strip_suffix('\n'));
        let path = path.ok_or(Unfit::Form)?.to_owned();
        let is_own = extended(&path) == text.as_bytes() && placed(&path).is_none() && head.path == "path";
        if is_own && path.len() <= LONGEST_PATH { Ok(path) } else { Err(Unfit::Form) }
    }

    fn end(&mut self) -> Result<(), Unfit> {
        self.ended = true;
        if self.exactly(BLOCK)?.iter().any(|byte| *byte != 0) {
            return Err(Unfit::Form);
        }
        match self.up_to(1)?.as_slice() {
            [] => Ok(()),
            _ => Err(Unfit::Form),
        }
    }

    /// This many bytes, and the zeros up to the next block.
    fn padded(&mut self, size: usize) -> Result<Vec<u8>, Unfit> {
        let bytes = self.exactly(size)?;
        let padding = self.exactly(size.next_multiple_of(BLOCK) - size)?;
        if padding.iter().all(|byte| *byte == 0) { Ok(bytes) } else { Err(Unfit::Form) }
    }

    fn exactly(&mut self, size: usize) -> Result<Vec<u8>, Unfit> {
        let bytes = self.up_to(size)?;
        if bytes.len() == size { Ok(bytes) } else { Err(Unfit::Cut) }
    }

    /// Memory grows with what is there, and not with what a header says.
    fn up_to(&mut self, size: usize) -> Result<Vec<u8>, Unfit> {
        let mut bytes = Vec::new();
        let most = u64::try_from(size).unwrap_or(u64::MAX);
        self.reader.by_ref().take(most).read_to_end(&mut bytes).map_err(Unfit::Fault)?;
        Ok(bytes)
    }
}

/// What a header says.
struct Head {
    path: String,
    size: u64,
    modified: u64,
    kind: u8,
}

impl Head {
    fn read(block: &[u8]) -> Result<Self, Unfit> {
        let field = |from: usize, length: usize| block.get(from..from + length).unwrap_or_default();
        let text = |bytes: &[u8]| {
            let bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
            String::from_utf8(bytes.to_vec()).map_err(|_| Unfit::Form)
        };
        let number = |bytes: &[u8]| u64::from_str_radix(&text(bytes)?, 8).map_err(|_| Unfit::Form);
        let (name, prefix) = (text(field(0, 100))?, text(field(345, 155))?);
        let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        let kind = block.get(156).copied().unwrap_or_default();
        let (size, modified) = (number(field(124, 12))?, number(field(136, 12))?);
        if kind != FILE && kind != EXTENDED {
            return Err(if number(field(148, 8)).is_ok_and(|sum| sum == checksum(block)) {
                Unfit::NoFile(path)
            } else {
                Unfit::Form
            });
        }
        if header(&path, size, modified, kind) == block {
            Ok(Self { path, size, modified, kind })
        } else {
            Err(Unfit::Form)
        }
    }
}

/// How a path stands in the two old fields: what is before the last slash, and the name.
fn placed(path: &str) -> Option<(&str, &str)> {
    if !path.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    if path.len() <= 100 {
        return Some(("", path));
    }
    path.rsplit_once('/').filter(|(folder, name)| folder.len() <= 155 && name.len() <= 100)
}

/// A path that does fit in the old fields, for programs that do not read the record before it.
fn short(path: &str) -> String {
    if placed(path).is_some() {
        return path.to_owned();
    }
    let digest = Digest::of(path.as_bytes()).to_string();
    let name: String = digest.chars().take(16).collect();
    path.split_once('/').map_or_else(|| name.clone(), |(folder, _)| format!("{folder}/{name}"))
}

fn header(path: &str, size: u64, modified: u64, kind: u8) -> Vec<u8> {
    let (folder, name) = placed(path).unwrap_or_default();
    let octal = |number: u64| format!("{number:011o}\0");
    let mut block = Vec::with_capacity(BLOCK);
    let mut field = |bytes: &[u8], length: usize| {
        block.extend(bytes.iter().chain(std::iter::repeat(&0)).take(length));
    };
    field(name.as_bytes(), 100);
    // Rights for the owner only, and no owner: whoever opens it is.
    for number in ["0000600\0", "0000000\0", "0000000\0"] {
        field(number.as_bytes(), 8);
    }
    field(octal(size).as_bytes(), 12);
    field(octal(modified).as_bytes(), 12);
    field(b"        ", 8);
    field(&[kind], 1);
    field(b"", 100);
    field(b"ustar\x0000", 8);
    field(b"", 64);
    for number in ["0000000\0", "0000000\0"] {
        field(number.as_bytes(), 8);
    }
    field(folder.as_bytes(), 155);
    field(b"", 12);
    let sum = format!("{:06o}\0 ", checksum(&block));
    for (place, byte) in block.iter_mut().skip(148).zip(sum.bytes()) {
        *place = byte;
    }
    block
}

/// The sum of all bytes, its own field counted as spaces.
fn checksum(block: &[u8]) -> u64 {
    let counted = |(at, byte): (usize, &u8)| if (148..156).contains(&at) { 32 } else { u64::from(*byte) };
    block.iter().enumerate().map(counted).sum()
}

/// The record with a path: its own length in decimal digits, and the path.
fn extended(path: &str) -> Vec<u8> {
    let rest = format!(" path={path}\n");
    let mut length = rest.len();
    while length != rest.len() + length.to_string().len() {
        length = rest.len() + length.to_string().len();
    }
    format!("{length}{rest}").into_bytes()
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(BLOCK), 0);
}
