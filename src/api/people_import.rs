use leptos::prelude::*;

use super::Reply;

/// Shows what would come of bringing people in from a spreadsheet; nothing is saved.
#[server(prefix = "/api", endpoint = "people/import/look")]
pub async fn look_at_import(
    #[server(default)] rows: String,
    #[server(default)] welcome: String,
    #[server(default)] columns: Vec<String>,
    #[server(default)] titles: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = services::person::ImportForm { rows, welcome, columns, titles };
    answer(
        Needs::Site(Action::ManagePeople),
        forms::PEOPLE_IMPORT.on(paths::IMPORT_PEOPLE, &form),
        async |site, actor| {
            services::person::permit_managing(site, actor)?;
            Ok(Onward::back())
        },
    )
    .await
}

/// Brings people in from a spreadsheet. Lines that cannot be accepted lead back to the form, where they stand alone.
#[server(prefix = "/api", endpoint = "people/import/save")]
pub async fn import_people(
    #[server(default)] rows: String,
    #[server(default)] welcome: String,
    #[server(default)] columns: Vec<String>,
    #[server(default)] titles: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = services::person::ImportForm { rows, welcome, columns, titles };
    answer(
        Needs::Site(Action::ManagePeople),
        forms::PEOPLE_IMPORT.on(paths::IMPORT_PEOPLE, &form),
        async |site, actor| {
            let imported = services::person::save_import(site, actor, &form).await?;
            if let Some(left) = &imported.left {
                return Ok(Onward::leaving(forms::PEOPLE_IMPORT, left).saying(Notice::PeopleInPartly));
            }
            let onward = Onward::to(paths::PEOPLE);
            Ok(match imported {
                imported if imported.welcomed > 0 => onward.saying(Notice::PeopleInMailed),
                imported if imported.new + imported.changed > 0 => onward.saying(Notice::PeopleIn),
                _ => onward.saying(Notice::PeopleSame).having_changed_nothing(),
            })
        },
    )
    .await
}
