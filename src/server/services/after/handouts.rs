use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use super::matching::People;
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        handout::{MAX_ALL, MAX_FILES, MAX_LINE, MAX_PASTED, SentFile, check},
        ids::{EventId, PersonId},
        typed::{FieldError, Fields, Problem, optional_line},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            ConnectionTrait,
            audit::Entry,
            events::Event,
            handouts::{self, FileFacts, Handout},
            requests::{self, Request},
        },
        mail::{
            EventFacts,
            messages::{HandoutFacts, HandoutMessage},
        },
        services::{Act, Done, Refused, event, look, mail::event_facts},
        site::Site,
    },
};

/// Everyone who has tickets for an event, by name, and what they were handed out.
#[derive(Debug)]
pub struct Handouts {
    pub event: Event,
    pub rows: Vec<(Request, Option<Handout>)>,
    /// Whether whoever looks may read addresses.
    pub lists: bool,
}

/// What an organizer sent.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// By person: the line that the form showed, and the one that stands there now.
    pub lines: BTreeMap<PersonId, (String, String)>,
    /// Lines from a spreadsheet: who, by name or email address, then a tab or a semicolon, then their line.
    pub pasted: String,
    /// Whose file is to go.
    pub removed: Vec<PersonId>,
    /// Files by hand, one a person.
    pub files: BTreeMap<PersonId, SentFile>,
    /// Files that are to find their people by their names.
    pub by_name: Vec<SentFile>,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// How many people have something else now.
    pub changed: usize,
    /// The names of files, and the pasted lines, of which it is not clear whose they are. They are not kept.
    pub nobodys: Vec<String>,
}

/// Who has tickets for an event, and what they were handed out, for those who run it.
///
/// # Errors
/// An event that is not finalized.
pub async fn handed_out(site: &Site, actor: &Actor, id: EventId) -> Done<Handouts> {
    let event = event::find_to_edit(site, actor, id).await?;
    match event.status {
        EventStatus::Finalized => {}
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Open | EventStatus::Closed => return Err(Obstacle::NotFinalized.into()),
    }
    let c = site.db.read();
    let lists = look::may(site, actor, Action::ListPeople);
    let mut found = by_person(c, id).await?;
    let rows = holders(c, id).await?.into_iter().map(|one| {
        let handout = found.remove(&one.person);
        (one, handout)
    });
    Ok(Handouts { rows: rows.collect(), lists, event })
}

/// Hands out what was sent, and tells whoever has something else now, in two minutes: until then another change is told with it.
/// Done again, it changes nothing.
///
/// # Errors
/// An event that is not finalized, or so long over that nothing of it is kept; a line or a file that cannot be kept, or of someone
/// who has no tickets; a line that another organizer changed, or somebody else with tickets, meanwhile. Nothing is kept then.
pub async fn hand_out(site: &Site, actor: &Actor, id: EventId, sent: Sent) -> Done<Saved> {
    // Whose everything is takes a while, and nobody writes meanwhile: so it is found out before.
    event::find_to_edit(site, actor, id).await?;
    let seen = holders(site.db.read(), id).await?;
    let known = People::new(seen.iter().map(|one| (one.name.as_str(), one.email.as_str())));
    let (files, mut nobodys) = judged(&sent, &seen, &known)?;
    let (pasted, unclear) = pasted(&sent.pasted, &seen, &known)?;
    nobodys.extend(unclear);
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Finalized, act.now)?;
    if event.door_closes_at() <= act.now {
        return Err(Obstacle::HandoutsClosed.into());
    }
    let people = holders(&act.tx, id).await?;
    if people.iter().map(|one| one.person).ne(seen.iter().map(|one| one.person)) {
        return Err(Refused::conflict());
    }
    let before = by_person(&act.tx, id).await?;
    let mut lines = lines(&sent, &people, &before)?;
    lines.extend(pasted);
    let about = event_facts(&act.tx, &event, act.now).await?;
    let mut saved = Saved { changed: 0, nobodys };
    let mut all: u64 = before.values().filter_map(|one| one.file.as_ref()).map(|file| u64::from(file.size)).sum();
    for person in &people {
        let was = before.get(&person.person).cloned();
        let old = was.clone().unwrap_or_else(|| nothing(person.person));
        let line = lines.get(&person.person).unwrap_or(&old.line).clone();
        let file = match files.get(&person.person) {
            Some(file) => Some(facts(file)),
            None if sent.removed.contains(&person.person) => None,
            None => old.file.clone(),
        };
        let content = files.get(&person.person).map(|file| file.content.as_slice());
        let same_file = file == old.file && (content.is_none() || is_stored(&act, id, person.person, content).await?);
        if line == old.line && same_file {
            continue;
        }
        let octets = |file: &Option<FileFacts>| file.as_ref().map_or(0, |file| u64::from(file.size));
        all = (all + octets(&file)).saturating_sub(octets(&old.file));
        let new = Handout { person: person.person, line, number: person.allocated.unwrap_or(0), file };
        handouts::keep(&act.tx, &event, &new, act.now).await?;
        if !same_file {
            handouts::keep_file(&act.tx, &event, person.person, content).await?;
        }
        tell(&mut act, &about, &new);
        saved.changed += 1;
    }
    if all > MAX_ALL {
        let megabytes = usize::try_from(MAX_ALL / 1024 / 1024).unwrap_or(usize::MAX);
        return Err(Refused::field("files", Problem::FilesTooLarge { megabytes }));
    }
    if saved.changed == 0 {
        return Ok(saved);
    }
    act.note(Entry::of(Deed::AfterHandOut).on(id).with(json!({ "people": saved.changed })));
    act.commit().await?;
    Ok(saved)
}

/// Someone's file, and what it is called: for that person as long as they have tickets, and for those who run the event.
///
/// # Errors
/// Nothing there, or nothing that is for them: which of both is not said.
pub async fn file(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done<(String, Vec<u8>)> {
    let c = site.db.read();
    if person == actor.person {
        let event = event::find_to_see(site, actor, id).await?;
        let held = requests::find(c, id, person).await?.filter(|mine| mine.withdrawn_at.is_none());
        if event.status != EventStatus::Finalized || held.and_then(|mine| mine.allocated).unwrap_or(0) == 0 {
            return Err(Refusal::NotFound.into());
        }
    } else {
        event::find_to_edit(site, actor, id).await?;
    }
    let handout = handouts::of_person(c, id, person).await?;
    let name = handout.and_then(|one| one.file).map(|file| file.name).ok_or(Refusal::NotFound)?;
    let content = handouts::content(c, id, person).await?.ok_or(Refusal::NotFound)?;
    Ok((name, content))
}

/// Those who have tickets, by name.
async fn holders(c: &impl ConnectionTrait, event: EventId) -> Done<Vec<Request>> {
    let all = requests::of_event(c, event).await?;
    Ok(all.into_iter().filter(|one| one.allocated.is_some_and(|held| held > 0)).collect())
}

async fn by_person(c: &impl ConnectionTrait, event: EventId) -> Done<HashMap<PersonId, Handout>> {
    Ok(handouts::of_event(c, event).await?.into_iter().map(|one| (one.person, one)).collect())
}

fn nothing(person: PersonId) -> Handout {
    Handout { person, line: String::new(), number: 0, file: None }
}

fn facts(file: &SentFile) -> FileFacts {
    FileFacts { name: file.name.clone(), size: u32::try_from(file.content.len()).unwrap_or(u32::MAX) }
}

async fn is_stored(act: &Act<'_>, event: EventId, person: PersonId, content: Option<&[u8]>) -> Done<bool> {
    Ok(handouts::content(&act.tx, event, person).await?.as_deref() == content)
}

/// Whose each file is, and the names of those that are nobody's.
fn judged<'a>(
    sent: &'a Sent,
    people: &[Request],
    known: &People,
) -> Done<(BTreeMap<PersonId, &'a SentFile>, Vec<String>)> {
    if sent.by_name.len() > MAX_FILES {
        return Err(Refused::field("files", Problem::TooManyFiles { max: MAX_FILES, seen: sent.by_name.len() }));
    }
    let mut fields = Fields::default();
    let mut files = BTreeMap::new();
    for (person, file) in &sent.files {
        let field = format!("file-{person}");
        let there = people.iter().any(|one| one.person == *person);
        fields.take(&field, if there { check(file) } else { Err(Problem::NoSuchPerson) });
        files.insert(*person, file);
    }
    let mut nobodys = Vec::new();
    for file in &sent.by_name {
        fields.take("files", check(file));
        match known.of_file(&file.name).map(|at| people[at].person) {
            // Two for one person: which of them is meant is not for us to say.
            Some(person) if !files.contains_key(&person) => drop(files.insert(person, file)),
            _ => nobodys.push(file.name.clone()),
        }
    }
    fields.finish(Some((files, nobodys))).map_err(Into::into)
}

/// The lines that are others now.
fn lines(sent: &Sent, people: &[Request], before: &HashMap<PersonId, Handout>) -> Done<BTreeMap<PersonId, String>> {
    let mut fields = Fields::default();
    let mut lines = BTreeMap::new();
    for (person, (shown, typed)) in sent.lines.iter().filter(|(_, (shown, typed))| shown != typed) {
        let field = format!("line-{person}");
        if !people.iter().any(|one| one.person == *person) {
            fields.refuse(&field, Problem::NoSuchPerson);
            continue;
        }
        let Some(line) = fields.take(&field, optional_line(typed, MAX_LINE)) else { continue };
        let stored = before.get(person).map_or("", |one| one.line.as_str());
        if stored != shown && stored != line {
            return Err(Refused::conflict());
        }
        lines.insert(*person, line);
    }
    fields.finish(Some(lines)).map_err(|errors: Vec<FieldError>| errors.into())
}

/// The pasted lines, and those of which it is not clear whose they are.
fn pasted(text: &str, people: &[Request], known: &People) -> Done<(BTreeMap<PersonId, String>, Vec<String>)> {
    let seen = text.chars().count();
    if seen > MAX_PASTED {
        return Err(Refused::field("pasted", Problem::TooLong { max: MAX_PASTED, seen }));
    }
    let mut fields = Fields::default();
    let (mut lines, mut unclear) = (BTreeMap::new(), Vec::new());
    for row in text.lines().filter(|row| !row.trim().is_empty()) {
        let (who, line) = row.split_once(['\t', ';']).unwrap_or((row, ""));
        let (who, line) = (who.trim().trim_matches('"'), line.trim().trim_matches('"'));
        match known.named(who).map(|at| &people[at]) {
            Some(one) if !line.is_empty() && !lines.contains_key(&one.person) => {
                if let Some(line) = fields.take("pasted", optional_line(line, MAX_LINE)) {
                    lines.insert(one.person, line);
                }
            }
            _ => unclear.push(row.trim().chars().take(MAX_LINE).collect()),
        }
    }
    fields.finish(Some((lines, unclear))).map_err(|errors: Vec<FieldError>| errors.into())
}

fn tell(act: &mut Act<'_>, event: &EventFacts, new: &Handout) {
    let facts = HandoutFacts { event: event.clone(), line: new.line.clone(), has_file: new.file.is_some() };
    let at = act.now;
    act.tell_at(new.person, &HandoutMessage { at, facts }, at + HandoutMessage::LATER);
}
