//! What others can do to a person.

use ticket_pool::{
    domain::{
        deed::Deed,
        ids::EventId,
        person::{Email, PersonForm},
    },
    server::{
        auth::Actor,
        db::people,
        services::{
            Done, event,
            person::{self, ImportForm},
            season, set_up, sign_in,
        },
    },
};

use super::GENERAL;
use crate::harness::Town;

/// What can be done to them by others.
#[derive(Clone, Copy, Debug)]
pub enum Move {
    Name,
    Address,
    /// Both at once: nothing is sent to someone who is deactivated, but for what tells of this.
    AddressAndDeactivate,
    Role,
    Deactivate,
    Activate,
    SignOut,
    ImportName,
    ImportRole,
    ImportDeactivated,
    ImportActive,
    /// Someone whom a command gave a link signs in as them.
    CommandLink,
    CommandSignOut,
    CommandAdmin,
    AddOrganizer,
    RemoveOrganizer,
    HandOver,
    AddSteward,
    RemoveSteward,
}

impl Move {
    pub const ALL: [Self; 19] = [
        Self::Name,
        Self::Address,
        Self::AddressAndDeactivate,
        Self::Role,
        Self::Deactivate,
        Self::Activate,
        Self::SignOut,
        Self::ImportName,
        Self::ImportRole,
        Self::ImportDeactivated,
        Self::ImportActive,
        Self::CommandLink,
        Self::CommandSignOut,
        Self::CommandAdmin,
        Self::AddOrganizer,
        Self::RemoveOrganizer,
        Self::HandOver,
        Self::AddSteward,
        Self::RemoveSteward,
    ];

    /// What the audit log calls it.
    pub const fn deed(self) -> Deed {
        match self {
            Self::Name
            | Self::Address
            | Self::AddressAndDeactivate
            | Self::Role
            | Self::Deactivate
            | Self::Activate
            | Self::ImportName
            | Self::ImportRole
            | Self::ImportDeactivated
            | Self::ImportActive => Deed::PersonEdit,
            Self::SignOut | Self::CommandSignOut => Deed::PersonRevokeSessions,
            Self::CommandLink => Deed::PersonCommandLink,
            Self::CommandAdmin => Deed::PersonMakeAdmin,
            Self::AddOrganizer => Deed::EventAddOrganizer,
            Self::RemoveOrganizer => Deed::EventRemoveOrganizer,
            Self::HandOver => Deed::EventHandOver,
            Self::AddSteward => Deed::SeasonAddSteward,
            Self::RemoveSteward => Deed::SeasonRemoveSteward,
        }
    }

    /// The server function or the command that does it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Name
            | Self::Address
            | Self::AddressAndDeactivate
            | Self::Role
            | Self::Deactivate
            | Self::Activate => "/api/people/edit",
            Self::SignOut => "/api/people/sign-out",
            Self::ImportName | Self::ImportRole | Self::ImportDeactivated | Self::ImportActive => {
                "/api/people/import/save"
            }
            Self::CommandLink => "login-link",
            Self::CommandSignOut => "revoke-sessions",
            Self::CommandAdmin => "admin",
            Self::AddOrganizer => "/api/event/organizers/add",
            Self::RemoveOrganizer => "/api/event/organizers/remove",
            Self::HandOver => "/api/event/organizers/hand-over",
            Self::AddSteward => "/api/season/stewards/add",
            Self::RemoveSteward => "/api/season/stewards/remove",
        }
    }
}

/// Does it as Dana, or on the server; what cannot be done in this state is refused and changes nothing.
pub async fn make(town: &Town, (who, number): (&Actor, EventId), this: Move) -> Done {
    let (site, dana) = (&town.site, &town.dana);
    let now = people::find(site.db.read(), who.person).await?.unwrap();
    let form = PersonForm {
        name: now.name.clone(),
        email: now.email.clone(),
        role: now.role.as_str().into(),
        active: if now.active { "on".into() } else { String::new() },
        version: now.version.to_string(),
    };
    let edit = |form: PersonForm| async move { person::edit(site, dana, who.person, &form).await };
    let import = |row: String| async move {
        let form = ImportForm {
            rows: format!("name,email,role,active\n{row}\n"),
            welcome: "on".into(),
            ..ImportForm::default()
        };
        person::save_import(site, dana, &form).await.map(drop)
    };
    let (id, address) = (who.person.to_string(), Email::parse(&who.email).unwrap());
    let (name, mail, role) = (&now.name, &now.email, now.role.as_str());
    match this {
        Move::Name => edit(PersonForm { name: "Somebody Else".into(), ..form }).await,
        Move::Address => edit(PersonForm { email: format!("new.{mail}"), ..form }).await,
        Move::AddressAndDeactivate => {
            edit(PersonForm { email: format!("new.{mail}"), active: String::new(), ..form }).await
        }
        Move::Role => edit(PersonForm { role: "admin".into(), ..form }).await,
        Move::Deactivate => edit(PersonForm { active: String::new(), ..form }).await,
        Move::Activate => edit(PersonForm { active: "on".into(), ..form }).await,
        Move::SignOut => person::sign_out_everywhere(site, dana, who.person).await.map(drop),
        Move::ImportName => import(format!("Somebody Else,{mail},{role},")).await,
        Move::ImportRole => import(format!("{name},{mail},admin,")).await,
        Move::ImportDeactivated => import(format!("{name},{mail},{role},no")).await,
        Move::ImportActive => import(format!("{name},{mail},{role},yes")).await,
        Move::CommandLink => {
            let token = set_up::command_link(site, &address).await?;
            sign_in::redeem(site, token.expose(), "", &sign_in::Browser::default()).await.map(drop)
        }
        Move::CommandSignOut => person::revoke_sessions(site, &address).await.map(drop),
        Move::CommandAdmin => {
            set_up::make_admin(site, &PersonForm { name: name.clone(), email: mail.clone(), ..form }).await.map(drop)
        }
        Move::AddOrganizer => event::add_organizer(site, dana, number, &id).await,
        Move::RemoveOrganizer => event::remove_organizer(site, dana, number, &id).await,
        Move::HandOver => event::hand_over(site, dana, number, &id).await,
        Move::AddSteward => season::add_steward(site, dana, GENERAL, mail).await,
        Move::RemoveSteward => season::remove_steward(site, dana, GENERAL, &id).await,
    }
}
