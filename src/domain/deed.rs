//! What the audit log notes: a closed list.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// A deed: the word before the dot is its kind, by which the log can be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
pub enum Deed {
    #[strum(serialize = "session.start")]
    SessionStart,
    #[strum(serialize = "session.end")]
    SessionEnd,
    #[strum(serialize = "sign-in.spent-link")]
    SignInSpentLink,
    #[strum(serialize = "sign-in.wrong-code")]
    SignInWrongCode,
    #[strum(serialize = "sign-in.left-out")]
    SignInLeftOut,
    #[strum(serialize = "person.add")]
    PersonAdd,
    #[strum(serialize = "person.edit")]
    PersonEdit,
    #[strum(serialize = "person.import")]
    PersonImport,
    #[strum(serialize = "person.rename")]
    PersonRename,
    #[strum(serialize = "person.address")]
    PersonAddress,
    #[strum(serialize = "person.address-undo")]
    PersonAddressUndo,
    #[strum(serialize = "person.first-admin")]
    PersonFirstAdmin,
    #[strum(serialize = "person.make-admin")]
    PersonMakeAdmin,
    #[strum(serialize = "person.command-link")]
    PersonCommandLink,
    #[strum(serialize = "person.send-link")]
    PersonSendLink,
    #[strum(serialize = "person.revoke-sessions")]
    PersonRevokeSessions,
    #[strum(serialize = "event.create")]
    EventCreate,
    #[strum(serialize = "event.edit")]
    EventEdit,
    #[strum(serialize = "event.close")]
    EventClose,
    #[strum(serialize = "event.close-due")]
    EventCloseDue,
    #[strum(serialize = "event.open-again")]
    EventOpenAgain,
    #[strum(serialize = "event.finalize")]
    EventFinalize,
    #[strum(serialize = "event.reopen")]
    EventReopen,
    #[strum(serialize = "after.settings")]
    AfterSettings,
    #[strum(serialize = "after.hand-out")]
    AfterHandOut,
    #[strum(serialize = "after.return")]
    AfterReturn,
    #[strum(serialize = "after.keep")]
    AfterKeep,
    #[strum(serialize = "after.late")]
    AfterLate,
    #[strum(serialize = "after.take")]
    AfterTake,
    #[strum(serialize = "after.decline")]
    AfterDecline,
    #[strum(serialize = "after.claim")]
    AfterClaim,
    #[strum(serialize = "after.guests")]
    AfterGuests,
    #[strum(serialize = "after.came")]
    AfterCame,
    #[strum(serialize = "after.recall")]
    AfterRecall,
    #[strum(serialize = "after.give")]
    AfterGive,
    #[strum(serialize = "after.offer")]
    AfterOffer,
    #[strum(serialize = "after.table")]
    AfterTable,
    #[strum(serialize = "after.tickets")]
    AfterTickets,
    #[strum(serialize = "after.hand")]
    AfterHand,
    #[strum(serialize = "after.hand-ask")]
    AfterHandAsk,
    #[strum(serialize = "after.hand-keep")]
    AfterHandKeep,
    #[strum(serialize = "after.hand-decline")]
    AfterHandDecline,
    #[strum(serialize = "event.cancel")]
    EventCancel,
    #[strum(serialize = "event.uncancel")]
    EventUncancel,
    #[strum(serialize = "event.delete")]
    EventDelete,
    #[strum(serialize = "event.restore")]
    EventRestore,
    #[strum(serialize = "event.purge")]
    EventPurge,
    #[strum(serialize = "event.add-organizer")]
    EventAddOrganizer,
    #[strum(serialize = "event.remove-organizer")]
    EventRemoveOrganizer,
    #[strum(serialize = "event.hand-over")]
    EventHandOver,
    #[strum(serialize = "event.invite")]
    EventInvite,
    #[strum(serialize = "season.create")]
    SeasonCreate,
    #[strum(serialize = "season.add-steward")]
    SeasonAddSteward,
    #[strum(serialize = "season.remove-steward")]
    SeasonRemoveSteward,
    #[strum(serialize = "request.enter")]
    RequestEnter,
    #[strum(serialize = "request.withdraw")]
    RequestWithdraw,
    #[strum(serialize = "request.restore")]
    RequestRestore,
    #[strum(serialize = "allocation.save")]
    AllocationSave,
    #[strum(serialize = "draw.plan")]
    DrawPlan,
    #[strum(serialize = "draw.make")]
    DrawMake,
    #[strum(serialize = "draw.put")]
    DrawPut,
    #[strum(serialize = "draw.take-off")]
    DrawTakeOff,
    #[strum(serialize = "draw.fill-further")]
    DrawFillFurther,
    #[strum(serialize = "mail.resend")]
    MailResend,
    #[strum(serialize = "mail.told")]
    MailTold,
    #[strum(serialize = "mail.test")]
    MailTest,
    #[strum(serialize = "mail.alarms")]
    MailAlarms,
    #[strum(serialize = "import.legacy")]
    ImportLegacy,
    #[strum(serialize = "import.made-up")]
    ImportMadeUp,
}

impl Deed {
    /// All deeds.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word in the database and in files, at most 40 characters: `event.close-due`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Reads [`Deed::as_str`] back; `None` for a word of another version.
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}
