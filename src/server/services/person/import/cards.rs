//! Address books as telephones and Macs give them out: vCards (RFC 6350, and the older ones).

use super::{address, sheet::SheetRow};

/// The people of an address book, if the text is one; `first` is the number of its first line.
pub(super) fn read(text: &str, first: usize) -> Option<Vec<SheetRow>> {
    let begins = |line: &str| line.trim().eq_ignore_ascii_case("BEGIN:VCARD");
    text.lines().find(|line| !line.trim().is_empty()).filter(|line| begins(line))?;
    let mut cards: Vec<(usize, Vec<&str>)> = Vec::new();
    for (line, number) in text.lines().zip(first..) {
        if begins(line) {
            cards.push((number, Vec::new()));
        }
        if let Some((_, lines)) = cards.last_mut().filter(|_| !line.trim().is_empty()) {
            lines.push(line);
        }
    }
    Some(cards.into_iter().map(|(line, lines)| row(line, &lines)).collect())
}

fn row(line: usize, lines: &[&str]) -> SheetRow {
    let card = properties(lines);
    let address = card.iter().filter(|property| property.name == "EMAIL").min_by_key(|property| !property.preferred);
    let address = address.map(|property| property.value.trim().to_owned()).unwrap_or_default();
    let named = |name: &str| card.iter().find(|property| property.name == name && !property.value.trim().is_empty());
    let typed = named("FN").map(|property| plain(&property.value)).or_else(|| named("N").map(|n| of_parts(&n.value)));
    let found = address::find(&address, true);
    SheetRow {
        line,
        raw: lines.join("\n"),
        name: typed.as_deref().map(|name| address::in_order(&address::tidy(name))),
        name_as_typed: typed,
        name_from_address: found.as_ref().map(|found| address::name_of(&found.address)),
        address: found.map_or(address, |found| found.address.as_str().to_owned()),
        ..SheetRow::default()
    }
}

/// One line of a card: `item1.EMAIL;type=INTERNET;type=pref:asha@example.org`.
struct Property {
    name: String,
    preferred: bool,
    value: String,
}

/// The lines, those that were broken whole again.
fn properties(lines: &[&str]) -> Vec<Property> {
    let mut whole: Vec<String> = Vec::new();
    for line in lines {
        match whole.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(&line[1..]),
            Some(last) if is_quoted_printable(last) && last.ends_with('=') => {
                last.pop();
                last.push_str(line);
            }
            _ => whole.push((*line).to_owned()),
        }
    }
    whole.iter().filter_map(|line| property(line)).collect()
}

fn property(line: &str) -> Option<Property> {
    let (before, value) = line.split_once(':')?;
    let upper = before.to_uppercase();
    let mut parts = upper.split(';');
    let name = parts.next()?.rsplit('.').next()?.trim().to_owned();
    let preferred = parts.any(|part| part.contains("PREF"));
    let value = if is_quoted_printable(line) { decoded(value) } else { value.to_owned() };
    Some(Property { name, preferred, value })
}

fn is_quoted_printable(line: &str) -> bool {
    line.split(':').next().is_some_and(|before| before.to_uppercase().contains("QUOTED-PRINTABLE"))
}

/// `J=C3=BCrgen` as UTF-8 (RFC 2045, 6.7).
fn decoded(value: &str) -> String {
    let mut octets = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, behind @ ..] = rest {
        let octet = behind.get(..2).and_then(|two| hex::decode(two).ok()).filter(|_| *first == b'=');
        if let Some(octet) = octet {
            octets.extend(octet);
            rest = &behind[2..];
        } else {
            octets.push(*first);
            rest = behind;
        }
    }
    String::from_utf8_lossy(&octets).into_owned()
}

/// A value without the signs that keep commas and semicolons whole.
fn plain(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.extend(letters.next().map(|next| if matches!(next, 'n' | 'N') { ' ' } else { next })),
            _ => plain.push(letter),
        }
    }
    plain.trim().to_owned()
}

/// `Rao;Asha;;Dr.;` as "Asha Rao".
fn of_parts(value: &str) -> String {
    let mut parts = value.split(';').map(plain);
    let (last, first) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    super::named::joined(&first, &last)
}
