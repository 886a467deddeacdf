//! Addresses as they stand in the field "To": `Name <address>` or addresses alone, between commas, semicolons, or lines.

use super::{address, sheet::SheetRow};

/// What stands between two separators.
struct Piece {
    line: usize,
    /// Where it begins and ends in the whole text.
    from: usize,
    to: usize,
    /// What ends it.
    ends: char,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `Name <address>`.
    Named,
    /// An address alone.
    Address,
    Other,
}

/// The people on a list, if the text is one; `first` is the number of its first line. Where `surely`, it is one.
pub(super) fn read(text: &str, first: usize, surely: bool) -> Option<Vec<SheetRow>> {
    let pieces = pieces(text, first);
    if !surely && !is_list(&pieces) {
        return None;
    }
    let joined = joined(&pieces);
    Some(joined.into_iter().map(|(line, from, to)| row(line, text[from..to].trim())).collect())
}

/// The pieces that have something in them. Quotes and brackets hold what separates elsewhere, at most to the end of the line.
fn pieces(text: &str, first: usize) -> Vec<Piece> {
    let (mut pieces, mut line, mut from) = (Vec::new(), first, 0);
    let (mut quoted, mut bracket) = (false, false);
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match c {
            '"' => quoted = !quoted,
            '<' if !quoted => bracket = true,
            '>' if !quoted => bracket = false,
            '\n' => (quoted, bracket) = (false, false),
            _ => {}
        }
        if c == '\n' || (!quoted && !bracket && matches!(c, ',' | ';' | '\t')) {
            let piece = &text[from..at];
            if piece.chars().any(char::is_alphanumeric) {
                pieces.push(Piece { line, from, to: at, ends: c, kind: kind(piece) });
            }
            from = (at + c.len_utf8()).min(text.len());
            line += usize::from(c == '\n');
        }
    }
    pieces
}

fn kind(piece: &str) -> Kind {
    match address::find(piece, false) {
        Some(found) if found.name.is_some() && piece.contains('<') => Kind::Named,
        Some(_) => Kind::Address,
        None => Kind::Other,
    }
}

/// Whether pieces are a list rather than the cells of a sheet: some line has several addresses, or a name stands before an
/// address in brackets; and most of what holds no address is a part of such a name, or most lines have several addresses
/// with a name before one of them, as where a program for emails did not find all who were typed.
fn is_list(pieces: &[Piece]) -> bool {
    let lines: Vec<&[Piece]> = pieces.chunk_by(|one, next| one.line == next.line).collect();
    let holds = |piece: &&Piece| piece.kind != Kind::Other;
    let addresses = pieces.iter().filter(holds).count();
    let named = pieces.iter().any(|piece| piece.kind == Kind::Named);
    let has_several = |line: &[Piece]| line.iter().filter(holds).count() > 1;
    let several = lines.iter().any(|line| has_several(line));
    if !named && !several {
        return false;
    }
    let strays = |line: &&[Piece]| {
        let part_of_name =
            |at: usize| line[at].ends == ',' && line.get(at + 1).is_some_and(|next| next.kind == Kind::Named);
        (0..line.len()).filter(|&at| line[at].kind == Kind::Other && !part_of_name(at)).count()
    };
    let kinds = |line: &[Piece]| line.iter().map(|piece| piece.kind).collect::<Vec<_>>();
    let in_columns =
        lines.len() > 1 && strays(&lines[0]) > 0 && lines.iter().all(|line| kinds(line) == kinds(lines[0]));
    let begin = lines.iter().filter(|line| line[0].kind != Kind::Other).count();
    let stray: usize = lines.iter().map(strays).sum();
    let sent = |line: &&&[Piece]| has_several(line) && line.iter().any(|piece| piece.kind == Kind::Named);
    let mostly_sent = lines.iter().filter(sent).count() * 2 >= lines.len();
    !in_columns && (stray < addresses || mostly_sent) && (named || begin * 2 > lines.len())
}

/// Pieces with the names that a comma cut: "Rao, Asha <asha@example.org>". That is what they are where something else
/// separates people, or where each person of a line is cut like this.
fn joined(pieces: &[Piece]) -> Vec<(usize, usize, usize)> {
    let mut joined = Vec::new();
    for line in pieces.chunk_by(|one, next| one.line == next.line) {
        let halves = line.len() > 2
            && line.len().is_multiple_of(2)
            && line
                .chunks(2)
                .all(|pair| pair[0].kind == Kind::Other && pair[0].ends == ',' && pair[1].kind == Kind::Named);
        let by_semicolons = line.iter().any(|piece| piece.ends == ';');
        let mut at = 0;
        while let Some(piece) = line.get(at) {
            let apart = at == 0 || line[at - 1].ends == ';';
            let goes_on = line.get(at + 1).filter(|next| {
                let alone = apart && matches!(next.ends, ';' | '\n');
                // "Rao, Asha;" has no address, and is one person nonetheless.
                let of_one = (next.kind == Kind::Named && (halves || alone))
                    || (next.kind == Kind::Other && alone && by_semicolons);
                piece.kind == Kind::Other && piece.ends == ',' && of_one
            });
            joined.push((piece.line, piece.from, goes_on.map_or(piece.to, |next| next.to)));
            at += if goes_on.is_some() { 2 } else { 1 };
        }
    }
    joined
}

fn row(line: usize, raw: &str) -> SheetRow {
    let found = address::find(raw, false);
    let name = found.as_ref().and_then(|found| found.name.clone());
    SheetRow {
        line,
        raw: raw.to_owned(),
        address: found.as_ref().map_or_else(|| raw.to_owned(), |found| found.address.as_str().to_owned()),
        name: name.as_deref().map(address::in_order),
        name_as_typed: name,
        name_from_address: found.map(|found| address::name_of(&found.address)),
        role: None,
        active: Vec::new(),
        blocked: Vec::new(),
    }
}
