//! An address as it stands in a cell: among quotes and brackets, behind "mailto:", beside a name.

use super::{
    named::joined,
    phone::without_phone,
    words::{Words, word},
};
use crate::{
    domain::{person::Email, visible::visible},
    server::names::{is_no_name, is_title},
};

/// An address, and the name that stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub address: Email,
    pub name: Option<String>,
}

/// The address in a cell: alone, or beside a name. Of several, the first. Where `named`, the name stands elsewhere.
pub(super) fn find(cell: &str, named: bool) -> Option<Found> {
    if !cell.contains(['@', '＠']) {
        return None;
    }
    let seen = visible(cell).replace('＠', "@");
    let seen = without_field(&seen);
    let alone = |address| Found { address, name: None };
    if named && let Some(address) = bare(&seen.replace(is_no_break, "")) {
        return Some(alone(address));
    }
    let text = around_at(&seen.replace(is_no_break, " "));
    if let Some(address) = bare(&text) {
        return Some(alone(address));
    }
    in_brackets(&text).or_else(|| among_words(&text)).or_else(|| {
        // A space within: of one address alone.
        let together: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        bare(&together).map(alone)
    })
}

/// The one address in a text that holds one: beside a name, in brackets, behind "mailto:".
pub fn alone_in(text: &str) -> Option<Email> {
    let found = find(text, true).filter(|_| text.matches('@').count() == 1);
    found.map(|found| found.address)
}

/// What the fields of an email are called: "To: Anna <anna@example.org>".
static FIELDS: Words = Words::of(
    "to cc bcc from sender reply-to an kopie blindkopie von antwort-an à copie cci de a para con-copia da per aan van do od dw udw \
     till til fra från kopia vastaanottaja кому копия копія від от до komu kopie címzett másolat kime bilgi 宛先 收件人 抄送 받는사람 참조 \
     إلى אל",
);

/// Without the field of an email that it was copied with.
fn without_field(text: &str) -> &str {
    match text.split_once([':', '：']) {
        Some((field, rest)) if !field.contains('@') && FIELDS.has(&word(field)) => rest.trim_start(),
        _ => text,
    }
}

fn is_no_break(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Without spaces beside the `@`.
fn around_at(text: &str) -> String {
    let parts: Vec<&str> = text.split('@').collect();
    let last = parts.len() - 1;
    let trimmed = parts.iter().enumerate().map(|(at, part)| {
        let part = if at > 0 { part.trim_start() } else { part };
        if at < last { part.trim_end() } else { part }
    });
    trimmed.collect::<Vec<_>>().join("@")
}

const BEFORE: [&str; 5] = ["mailto:", "smtp:", "email:", "e-mail:", "mail:"];
const AROUND: [char; 21] =
    ['"', '\'', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '<', '>', '(', ')', '[', ']', '`', '´', '·'];
const BEHIND: [char; 6] = ['.', ',', ';', ':', '!', '…'];

/// An address without what often stands around it.
pub(super) fn bare(text: &str) -> Option<Email> {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches(AROUND).trim_end_matches(BEHIND).trim_start_matches([',', ';', ':']).trim();
        for start in BEFORE {
            if text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)) {
                text = text[start.len()..].trim();
                text = text.split_once('?').map_or(text, |(address, _)| address);
            }
        }
        if text == before {
            break;
        }
    }
    Email::parse(text).ok()
}

/// `Name <address>`, `Name (address)`, `address (Name)`.
fn in_brackets(text: &str) -> Option<Found> {
    for (opens, closes) in [('<', '>'), ('(', ')'), ('[', ']')] {
        let Some(open) = text.rfind(opens) else { continue };
        let inside = text[open + opens.len_utf8()..].split(closes).next().unwrap_or("");
        let outside = &text[..open];
        if let Some(address) = bare(inside) {
            return Some(Found { address, name: as_name(outside) });
        }
        if let Some(address) = bare(outside) {
            return Some(Found { address, name: as_name(inside) });
        }
    }
    None
}

/// An address among words that are a name, or other addresses.
fn among_words(text: &str) -> Option<Found> {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || [',', ';', '|'].contains(&c)).collect();
    let (at, address) = words.iter().enumerate().find_map(|(at, word)| Some((at, bare(word)?)))?;
    let before = words[..at].join(" ");
    let behind = words[at + 1..].join(" ");
    Some(Found { address, name: as_name(&before).or_else(|| as_name(&behind)) })
}

/// What stands beside an address, if it is a name.
fn as_name(text: &str) -> Option<String> {
    let text = without_phone(text);
    let text = text.trim().trim_end_matches([':', '-', '–', '—', ',', ';']);
    // "Rovers: Anna Berg": of a group of addresses.
    let name = tidy(text.rsplit_once(": ").map_or(text, |(_, name)| name));
    (!name.contains('@') && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// What a list or a table leaves behind a name.
const BEHIND_NAME: [char; 8] = [',', ';', '*', '/', '=', '|', '_', ' '];

/// A name without the quotes around it and the sign of a list before it, its spaces plain, each alone.
pub(super) fn tidy(name: &str) -> String {
    let name = unescaped(name).replace(is_no_break, " ");
    let name = name.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let name = without_list_sign(name.trim_end_matches(BEHIND_NAME));
    let quoted = |opens: &str, closes: &str| {
        let inner = name.strip_prefix(|c| opens.contains(c))?.strip_suffix(|c| closes.contains(c))?;
        (!inner.is_empty()).then(|| inner.trim().to_owned())
    };
    quoted("\"“”„«»", "\"“”«»")
        .or_else(|| quoted("'‘’‚‹", "'‘’›"))
        .or_else(|| quoted("[", "]").filter(|inner| !inner.contains(['[', ']'])))
        .unwrap_or_else(|| name.to_owned())
}

/// Signs as web pages write them, and exports of the programs behind them: `O&#039;Brien`, `Anna &amp; Bob`.
fn unescaped(name: &str) -> String {
    let mut parts = name.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some((sign, behind)) = part.split_once(';').and_then(|(code, behind)| Some((sign(code)?, behind))) {
            plain.push(sign);
            plain.push_str(behind);
        } else {
            plain.push('&');
            plain.push_str(part);
        }
    }
    plain
}

/// The sign that stands between `&` and `;`.
fn sign(code: &str) -> Option<char> {
    match code {
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = code.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let number = hexadecimal.map_or_else(|| number.parse(), |number| u32::from_str_radix(number, 16));
            number.ok().and_then(char::from_u32).filter(|sign| !sign.is_control())
        }
    }
}

const LIST_SIGNS: [char; 12] = ['•', '‣', '▪', '◦', '●', '○', '·', '*', '-', '–', '—', '→'];

/// "• Eve" and "3. Fay" as "Eve" and "Fay"; "1. FC Köln" is a club.
fn without_list_sign(name: &str) -> &str {
    let plain = name.trim_start_matches(LIST_SIGNS).trim_start();
    let behind = plain.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (plain.len() - behind.len() > 0).then(|| behind.strip_prefix(['.', ')'])).flatten();
    let short = |rest: &str| {
        rest.split(' ')
            .next()
            .is_some_and(|word| matches!(word.len(), 2 | 3) && word.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let rest = numbered.map(str::trim_start).filter(|rest| !short(rest)).unwrap_or(plain);
    if rest.starts_with(|c: char| c.is_alphabetic() || c == '[') { rest } else { name }
}

/// "Last, First" as "First Last"; titles stay before it, and what is in brackets behind it.
pub(super) fn in_order(name: &str) -> String {
    let Some((last, first)) = name.split_once(',').map(|(last, first)| (last.trim(), first.trim())) else {
        return name.to_owned();
    };
    let (first, behind) = first.find(['(', '[']).map_or((first, ""), |at| first.split_at(at));
    let letters = |part: &str| part.chars().any(char::is_alphabetic);
    if first.contains(',') || !letters(last) || !letters(first) || is_no_name(last, first) {
        return name.to_owned();
    }
    let (before, last) = titled(last);
    let (first, after) = ends_titled(first.trim());
    let whole = joined(first, last);
    let parts = [before, after, &whole, behind.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// "Prof. Dr. Berg" as its titles and "Berg".
fn titled(last: &str) -> (&str, &str) {
    let mut at = 0;
    while let Some((word, _)) =
        last[at..].trim_start().split_once(char::is_whitespace).filter(|(word, _)| is_title(word))
    {
        at = last.len() - last[at..].trim_start().len() + word.len();
    }
    (last[..at].trim(), last[at..].trim())
}

/// "Anna Dr." as "Anna" and the title.
fn ends_titled(first: &str) -> (&str, &str) {
    match first.rsplit_once(char::is_whitespace) {
        Some((name, title)) if title.ends_with('.') && is_title(title) => (name.trim(), title),
        _ => (first, ""),
    }
}

/// A name made of the part before the `@`: "asha.rao+x" is "Asha Rao".
pub(super) fn name_of(address: &Email) -> String {
    let local = address.as_str().split('@').next().unwrap_or("");
    let plain = local.split('+').next().filter(|plain| !plain.is_empty()).unwrap_or(local);
    let parts = plain.split(['.', '_', '-']).map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    let words = parts.filter(|part| !part.is_empty()).map(|part| {
        let mut letters = part.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    });
    let name = words.collect::<Vec<_>>().join(" ");
    if name.chars().any(char::is_alphabetic) { name } else { local.to_owned() }
}
