export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with which posts and permission sets */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with address and password; the session is a cookie */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your own password and end your other sessions */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/link/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a one-time link is for */
        post: operations["inspectLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/link/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a one-time link: choose a password, and for a set-up become the administrator */
        post: operations["acceptLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/set-up-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time link that makes an administrator of whoever has it: for the first one, or one who lost the password */
        post: operations["createSetupLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, revoked ones as well */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; it is shown once */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key at once */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who can sign in */
        get: operations["listSignIns"];
        put?: never;
        /** Let a person of the register sign in: a one-time link, shown once */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ins/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time link on which somebody chooses another password */
        post: operations["createResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End somebody’s sign-in and sessions at once */
        delete: operations["endSignIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Permission sets of posts and keys, newest first, past ones as well */
        get: operations["listGrants"];
        put?: never;
        /** Grant a permission set to a post or a key */
        post: operations["addGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a grant now */
        delete: operations["endGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audit entries, newest first, also of one subject or one actor */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Length and hash of the audit chain, to print beside a figure or keep elsewhere */
        get: operations["getAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the whole audit chain, also against a head printed earlier */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pseudonyms/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who stands behind a pseudonym; the look-up is on record */
        post: operations["lookUpPseudonym"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pseudonyms/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget who stands behind a pseudonym, in every log */
        post: operations["erasePseudonym"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase a person: sign-in, pseudonym keys, and the name in records */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company settings with their history */
        get: operations["getCompany"];
        /** Record or change the company settings */
        put: operations["putCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person with its history */
        get: operations["getPerson"];
        /** Record or change a person */
        put: operations["putPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a person: it ends now, its history stays */
        post: operations["retirePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a person back */
        post: operations["reinstatePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List posts */
        get: operations["listPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post with its history */
        get: operations["getPost"];
        /** Record or change a post */
        put: operations["putPost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a post: it ends now, its history stays */
        post: operations["retirePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a post back */
        post: operations["reinstatePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List functions */
        get: operations["listFunctions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One function with its history */
        get: operations["getFunction"];
        /** Record or change a function */
        put: operations["putFunction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a function: it ends now, its history stays */
        post: operations["retireFunction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a function back */
        post: operations["reinstateFunction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendars */
        get: operations["listCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One calendar with its history */
        get: operations["getCalendar"];
        /** Record or change a calendar */
        put: operations["putCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a calendar: it ends now, its history stays */
        post: operations["retireCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a calendar back */
        post: operations["reinstateCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List processes */
        get: operations["listProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One process with its history */
        get: operations["getProcess"];
        /** Record or change a process */
        put: operations["putProcess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a process: it ends now, its history stays */
        post: operations["retireProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a process back */
        post: operations["reinstateProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List suppliers */
        get: operations["listSuppliers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One supplier with its history */
        get: operations["getSupplier"];
        /** Record or change a supplier */
        put: operations["putSupplier"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppliers/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a supplier: it ends now, its history stays */
        post: operations["retireSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppliers/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a supplier back */
        post: operations["reinstateSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List services */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service with its history */
        get: operations["getService"];
        /** Record or change a service */
        put: operations["putService"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a service: it ends now, its history stays */
        post: operations["retireService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a service back */
        post: operations["reinstateService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List measures */
        get: operations["listMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One measure with its history */
        get: operations["getMeasure"];
        /** Record or change a measure */
        put: operations["putMeasure"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a measure: it ends now, its history stays */
        post: operations["retireMeasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a measure back */
        post: operations["reinstateMeasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-log-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List event logs */
        get: operations["listEventLogMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-log-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event-log with its history */
        get: operations["getEventLogMapping"];
        /** Record or change a event-log */
        put: operations["putEventLogMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-log-mappings/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a event-log: it ends now, its history stays */
        post: operations["retireEventLogMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-log-mappings/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a event-log back */
        post: operations["reinstateEventLogMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List process models */
        get: operations["listProcessModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One process-model with its history */
        get: operations["getProcessModel"];
        /** Record or change a process-model */
        put: operations["putProcessModel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-models/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a process-model: it ends now, its history stays */
        post: operations["retireProcessModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-models/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a process-model back */
        post: operations["reinstateProcessModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List process rules */
        get: operations["listProcessRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One process-rule with its history */
        get: operations["getProcessRule"];
        /** Record or change a process-rule */
        put: operations["putProcessRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-rules/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a process-rule: it ends now, its history stays */
        post: operations["retireProcessRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-rules/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a process-rule back */
        post: operations["reinstateProcessRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List incidents */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident with its history */
        get: operations["getIncident"];
        /** Record or change a incident */
        put: operations["putIncident"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a incident: it ends now, its history stays */
        post: operations["retireIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a incident back */
        post: operations["reinstateIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List terms */
        get: operations["listTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One term with its history */
        get: operations["getTerm"];
        /** Record or change a term */
        put: operations["putTerm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a term: it ends now, its history stays */
        post: operations["retireTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the retirement of a term back */
        post: operations["reinstateTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company-folder/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What applying a company folder would do; writes nothing */
        post: operations["planFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company-folder/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a company folder, all or nothing */
        post: operations["applyFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company-folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registers as a company folder */
        get: operations["exportFolder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a file of events; answers what is seen in it and a guess of its columns */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import an upload into an event log, in the background */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/flattened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make cases of another type of the objects that an event log holds, as another event log or in its own place */
        post: operations["flattenObjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an import; what was current stays current */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every row that could not be read, with its place and why */
        get: operations["listRejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rejected.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that could not be read as CSV */
        get: operations["downloadRejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Event logs with their current versions */
        get: operations["listEventLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event log with its current version */
        get: operations["getEventLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a batch of events to an event log; it is stored when this answers, and in the log within seconds */
        post: operations["pushEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches that came over the API in the last 30 days, the newest first */
        get: operations["listEventBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/batches/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a batch */
        get: operations["getEventBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every source of evidence with its freshness */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an event log holds */
        get: operations["getLogSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which activity directly follows which, how often and after how long */
        get: operations["getLogMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sequences of activities, most frequent first */
        get: operations["getLogVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that a filter lets pass */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/cases/{case}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of one case in their order */
        get: operations["getCaseEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activities and attributes that cases can be chosen by */
        get: operations["getLogChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/attributes/{name}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values of an attribute, the most frequent first */
        get: operations["listAttributeValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/cases.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same cases as CSV, formulas neutralised */
        get: operations["downloadCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/map.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paths of the map as CSV, times in seconds */
        get: operations["downloadMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/activities.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activities of the map as CSV */
        get: operations["downloadActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/variants.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All variants as CSV */
        get: operations["downloadVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/cases/{case}/events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of one case as CSV */
        get: operations["downloadCaseEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/object-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What directly follows what in the lives of the objects of each type, and how types meet */
        get: operations["getObjectMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/object-map.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paths of the object-centric map as CSV, times in seconds */
        get: operations["downloadObjectMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/object-activities.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activities of the object-centric map as CSV, a row for each object type that they concern */
        get: operations["downloadObjectActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/log.xes.gz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases as an XES log; persons are the pseudonyms that the log has */
        get: operations["downloadXes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In what slow and fast cases differ: ranked by effect, with intervals; open cases and personal columns are left out */
        get: operations["getLogDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/differences.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["downloadLogDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where time goes: waits and touch times of activities and pairs, rework, hand-overs, batches, load */
        get: operations["getLogPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/over-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases that started, ended and were under way, by day or week */
        get: operations["getCasesOverTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/over-time.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["downloadCasesOverTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/dots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of the cases, or of a sample of them, for a dotted chart */
        get: operations["getLogDots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/bottlenecks.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waiting between each two steps as CSV, the most first; times in seconds */
        get: operations["downloadBottlenecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/activities.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waits and touch times of each activity as CSV; times in seconds */
        get: operations["downloadActivityTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/rework.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities done again in a case as CSV; times in seconds */
        get: operations["downloadRework"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/hand-overs.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs between functions, and between resources that are no persons, as CSV; times in seconds */
        get: operations["downloadHandOvers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/batches.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities done in batches as CSV; times in seconds */
        get: operations["downloadBatching"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/performance/load.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work by hour of the week as CSV; times in seconds */
        get: operations["downloadLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two to four variants beside each other, step by step; or the cases in view beside all cases */
        get: operations["compareLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/compare.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, times in seconds */
        get: operations["downloadLogComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{id}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weekly measures of a process: throughput, cycle time, work in progress, rework, on time */
        get: operations["getProcessMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a simulation of an event log starts from, and what its newest check says */
        get: operations["getWhatIf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Simulations of an event log, the newest first */
        get: operations["listSimulations"];
        put?: never;
        /** Simulate the weeks after an event log, as today and with changes */
        post: operations["createSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/simulations/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a simulation is, and what came of it */
        get: operations["getSimulation"];
        put?: never;
        post?: never;
        /** Stop a simulation; one that is over stays as it is */
        delete: operations["cancelSimulation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/simulations/{run}/draws.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The distribution of every difference of a simulation as CSV */
        get: operations["downloadSimulationDraws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the cases in view keep to each rule of the process */
        get: operations["checkRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/rules.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, formulas neutralised */
        get: operations["downloadRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/rules/{rule}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases in view that break a rule */
        get: operations["listCasesBreakingRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/rules/{rule}/cases.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of these cases as CSV, formulas neutralised */
        get: operations["downloadCasesBreakingRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/rule-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the cases in view keep to a rule that need not be recorded */
        get: operations["checkRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-logs/{id}/rule-check/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases in view that break a rule that need not be recorded */
        get: operations["listCasesBreakingUnsavedRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/basics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every service under the function that it serves, its availability and whether it is up */
        get: operations["getBasics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service: availability by month, incidents, what it needs and what needs it */
        get: operations["getServiceHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A figure on record: what it means, how it was worked out, where it comes from */
        get: operations["getClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows behind a figure */
        get: operations["getClaimRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{id}/rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows behind a figure as a file */
        get: operations["getClaimRowsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheet of this moment */
        get: operations["getToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Briefs, newest first */
        get: operations["listBriefs"];
        put?: never;
        /** Keep today’s sheet as a brief */
        post: operations["createBrief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One brief with its claims */
        get: operations["getBrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A brief as Markdown, HTML, PDF or JSON */
        get: operations["getBriefFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work every figure of a brief out again, as recorded and on today’s evidence */
        post: operations["verifyBrief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a brief’s JSON document */
        post: operations["verifyBriefDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signedIn: boolean;
                        /** @description Nobody can sign in yet: the set-up link that the server printed is next */
                        needsSetUp: boolean;
                        kind: ("person" | "key" | "operator") | null;
                        /** @description As the audit names who acted */
                        id: string | null;
                        /** @description The id in the register of people */
                        person: string | null;
                        name: string | null;
                        email: string | null;
                        sets: ("administrator" | "editor" | "finance" | "contributor" | "viewer")[];
                        posts: {
                            post: string;
                            /** @description As deputy, inside a dated delegation */
                            deputy: boolean;
                        }[];
                        /** @description Names of administrators, for a person whose posts give no set yet; else empty */
                        ask: string[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    inspectLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        purpose: "set-up" | "invitation" | "reset";
                        email: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    acceptLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                    /** @description For a set-up */
                    name?: string;
                    /**
                     * Format: email
                     * @description For a set-up
                     */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The address to sign in with */
                        email: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createSetupLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Works once; shown now and never again */
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description Its first characters, to tell keys apart */
                            start: string;
                            sets: ("administrator" | "editor" | "finance" | "contributor" | "viewer")[];
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            lastUsedAt: string | null;
                            revoked: boolean;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    sets: ("administrator" | "editor" | "finance" | "contributor" | "viewer")[];
                    /**
                     * @description Days until it expires; null: never
                     * @default 365
                     */
                    expiresInDays?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description Its first characters, to tell keys apart */
                        start: string;
                        sets: ("administrator" | "editor" | "finance" | "contributor" | "viewer")[];
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        revoked: boolean;
                        /** @description The key itself; shown now and never again */
                        key: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listSignIns: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            person: string | null;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "ended";
                            /** Format: date-time */
                            createdAt: string;
                            lastSignInAt: string | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id in the register of people */
                    person: string;
                    /**
                     * Format: email
                     * @description Where it is not the one in the register
                     */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signIn: {
                            id: string;
                            person: string | null;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "ended";
                            /** Format: date-time */
                            createdAt: string;
                            lastSignInAt: string | null;
                        };
                        link: {
                            /** @description Works once; shown now and never again */
                            url: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Works once; shown now and never again */
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    endSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            holder: {
                                /** @enum {string} */
                                kind: "post" | "key";
                                id: string;
                            };
                            /**
                             * @description administrator, editor, finance, contributor or viewer
                             * @enum {string}
                             */
                            set: "administrator" | "editor" | "finance" | "contributor" | "viewer";
                            /** Format: date-time */
                            from: string;
                            to: string | null;
                            grantedBy: {
                                kind: string;
                                id: string;
                            };
                            /** Format: date-time */
                            grantedAt: string;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    addGrant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holder: {
                        /** @enum {string} */
                        kind: "post" | "key";
                        id: string;
                    };
                    /**
                     * @description administrator, editor, finance, contributor or viewer
                     * @enum {string}
                     */
                    set: "administrator" | "editor" | "finance" | "contributor" | "viewer";
                    /**
                     * Format: date-time
                     * @description Absent: now
                     */
                    from?: string;
                    /**
                     * @description Absent: until it is ended
                     * @default null
                     */
                    to?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        holder: {
                            /** @enum {string} */
                            kind: "post" | "key";
                            id: string;
                        };
                        /**
                         * @description administrator, editor, finance, contributor or viewer
                         * @enum {string}
                         */
                        set: "administrator" | "editor" | "finance" | "contributor" | "viewer";
                        /** Format: date-time */
                        from: string;
                        to: string | null;
                        grantedBy: {
                            kind: string;
                            id: string;
                        };
                        /** Format: date-time */
                        grantedAt: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    endGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        holder: {
                            /** @enum {string} */
                            kind: "post" | "key";
                            id: string;
                        };
                        /**
                         * @description administrator, editor, finance, contributor or viewer
                         * @enum {string}
                         */
                        set: "administrator" | "editor" | "finance" | "contributor" | "viewer";
                        /** Format: date-time */
                        from: string;
                        to: string | null;
                        grantedBy: {
                            kind: string;
                            id: string;
                        };
                        /** Format: date-time */
                        grantedAt: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                subjectKind?: string;
                subjectId?: string;
                actorKind?: "person" | "key" | "operator" | "system";
                actorId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** Format: date-time */
                            at: string;
                            actor: {
                                /** @enum {string} */
                                kind: "person" | "key" | "operator" | "system";
                                id: string;
                                /** @description Null: nobody of this id any more */
                                name: string | null;
                            };
                            action: string;
                            subject: {
                                kind: string;
                                id: string;
                            };
                            detail: {
                                [key: string]: unknown;
                            };
                            /** @description Its place in the chain; null: not sealed yet */
                            seal: number | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getAuditHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Sealed entries */
                        length: number;
                        /** @description SHA-256 of the last link, hexadecimal */
                        hash: string;
                        /** @description Committed entries that wait for their seal */
                        unsealed: number;
                        /** @description `LENGTH:HASH`, for `verify --audit --against` */
                        head: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A head printed earlier, `LENGTH:HASH` */
                    against?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /** @description Sealed entries */
                        length: number;
                        /** @description SHA-256 of the last link, hexadecimal */
                        hash: string;
                        /** @description Committed entries that wait for their seal */
                        unsealed: number;
                        /** @description Findings in all */
                        count: number;
                        /** @description The first 1,000 */
                        findings: {
                            /** @enum {string} */
                            kind: "changed" | "inserted" | "removed" | "cut-off" | "rewritten";
                            seq: number;
                            entryId: number | null;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    lookUpPseudonym: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    eventLog: string;
                    pseudonym: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: unknown in this log, or erased */
                        original: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    erasePseudonym: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pseudonym: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keyRows: number;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Names or user ids by which event logs know this person
                     * @default []
                     */
                    alsoKnownAs?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What stands in the place of the name from now on */
                        replacement: string;
                        /** @description Rows of the key table that were deleted */
                        keyRows: number;
                        /** @description Versions of records in which the name was replaced */
                        records: number;
                        /** @description Sign-ins that were removed */
                        signIns: number;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The company */
                            name: string;
                            /** @description IANA time zone, as Europe/London */
                            zone: string;
                            /** @description The currency of company figures, ISO 4217 */
                            currency: string;
                            /** @description First day of the fiscal year, as 04-01 */
                            fiscalYearStart: string;
                            /** @description The three posts that are accountable; each must be named */
                            posts: {
                                /** @description Id of a post */
                                ceo: string;
                                /** @description Id of a post */
                                coo: string;
                                /** @description Id of a post */
                                cio: string;
                            };
                            /** @description Yearly rate at which later money counts less; none is assumed */
                            discountRate?: {
                                rate: {
                                    percent: number;
                                };
                                /** @enum {string} */
                                terms: "real" | "nominal";
                            };
                            /** @description The day whose prices real money is in; none is assumed */
                            priceBase?: string;
                            /**
                             * @description Exchange rates, each with its day
                             * @default []
                             */
                            rates: {
                                currency: string;
                                /** @description Company currency for one unit */
                                rate: number;
                                /** @description A day, as 2026-03-31 */
                                on: string;
                            }[];
                            /** @description Every figure is as of this instant instead of now; only an example sets it */
                            asOf?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description The company */
                                name: string;
                                /** @description IANA time zone, as Europe/London */
                                zone: string;
                                /** @description The currency of company figures, ISO 4217 */
                                currency: string;
                                /** @description First day of the fiscal year, as 04-01 */
                                fiscalYearStart: string;
                                /** @description The three posts that are accountable; each must be named */
                                posts: {
                                    /** @description Id of a post */
                                    ceo: string;
                                    /** @description Id of a post */
                                    coo: string;
                                    /** @description Id of a post */
                                    cio: string;
                                };
                                /** @description Yearly rate at which later money counts less; none is assumed */
                                discountRate?: {
                                    rate: {
                                        percent: number;
                                    };
                                    /** @enum {string} */
                                    terms: "real" | "nominal";
                                };
                                /** @description The day whose prices real money is in; none is assumed */
                                priceBase?: string;
                                /**
                                 * @description Exchange rates, each with its day
                                 * @default []
                                 */
                                rates: {
                                    currency: string;
                                    /** @description Company currency for one unit */
                                    rate: number;
                                    /** @description A day, as 2026-03-31 */
                                    on: string;
                                }[];
                                /** @description Every figure is as of this instant instead of now; only an example sets it */
                                asOf?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        /** @description The company */
                        name: string;
                        /** @description IANA time zone, as Europe/London */
                        zone: string;
                        /** @description The currency of company figures, ISO 4217 */
                        currency: string;
                        /** @description First day of the fiscal year, as 04-01 */
                        fiscalYearStart: string;
                        /** @description The three posts that are accountable; each must be named */
                        posts: {
                            /** @description Id of a post */
                            ceo: string;
                            /** @description Id of a post */
                            coo: string;
                            /** @description Id of a post */
                            cio: string;
                        };
                        /** @description Yearly rate at which later money counts less; none is assumed */
                        discountRate?: {
                            rate: string | {
                                percent: number;
                            };
                            /** @enum {string} */
                            terms: "real" | "nominal";
                        };
                        /** @description The day whose prices real money is in; none is assumed */
                        priceBase?: string;
                        /**
                         * @description Exchange rates, each with its day
                         * @default []
                         */
                        rates?: {
                            currency: string;
                            /** @description Company currency for one unit */
                            rate: number;
                            /** @description A day, as 2026-03-31 */
                            on: string;
                        }[];
                        /** @description Every figure is as of this instant instead of now; only an example sets it */
                        asOf?: string;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The company */
                            name: string;
                            /** @description IANA time zone, as Europe/London */
                            zone: string;
                            /** @description The currency of company figures, ISO 4217 */
                            currency: string;
                            /** @description First day of the fiscal year, as 04-01 */
                            fiscalYearStart: string;
                            /** @description The three posts that are accountable; each must be named */
                            posts: {
                                /** @description Id of a post */
                                ceo: string;
                                /** @description Id of a post */
                                coo: string;
                                /** @description Id of a post */
                                cio: string;
                            };
                            /** @description Yearly rate at which later money counts less; none is assumed */
                            discountRate?: {
                                rate: {
                                    percent: number;
                                };
                                /** @enum {string} */
                                terms: "real" | "nominal";
                            };
                            /** @description The day whose prices real money is in; none is assumed */
                            priceBase?: string;
                            /**
                             * @description Exchange rates, each with its day
                             * @default []
                             */
                            rates: {
                                currency: string;
                                /** @description Company currency for one unit */
                                rate: number;
                                /** @description A day, as 2026-03-31 */
                                on: string;
                            }[];
                            /** @description Every figure is as of this instant instead of now; only an example sets it */
                            asOf?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description As the person is called */
                                name: string;
                                /**
                                 * Format: email
                                 * @description Address for signing in and for briefs; without one the person cannot sign in
                                 */
                                email?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description As the person is called */
                            name: string;
                            /**
                             * Format: email
                             * @description Address for signing in and for briefs; without one the person cannot sign in
                             */
                            email?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description As the person is called */
                                name: string;
                                /**
                                 * Format: email
                                 * @description Address for signing in and for briefs; without one the person cannot sign in
                                 */
                                email?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        /** @description As the person is called */
                        name: string;
                        /**
                         * Format: email
                         * @description Address for signing in and for briefs; without one the person cannot sign in
                         */
                        email?: string;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description As the person is called */
                            name: string;
                            /**
                             * Format: email
                             * @description Address for signing in and for briefs; without one the person cannot sign in
                             */
                            email?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retirePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description As the person is called */
                            name: string;
                            /**
                             * Format: email
                             * @description Address for signing in and for briefs; without one the person cannot sign in
                             */
                            email?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description The post, as Head of order fulfilment */
                                name: string;
                                /** @description Id of a post */
                                reportsTo?: string;
                                /**
                                 * @description Who holds the post, from which day to which; nobody: the post is vacant
                                 * @default []
                                 */
                                holders: {
                                    /** @description Id of a person */
                                    person: string;
                                    /** @description First day */
                                    from: string;
                                    /** @description Last day; absent: until further notice */
                                    to?: string;
                                }[];
                                /**
                                 * @description Who signs in the holder’s place, and in which days only
                                 * @default []
                                 */
                                delegations: {
                                    /** @description Id of a person */
                                    deputy: string;
                                    /** @description First day */
                                    from: string;
                                    /** @description Last day; a delegation always ends */
                                    to: string;
                                    reason?: string;
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The post, as Head of order fulfilment */
                            name: string;
                            /** @description Id of a post */
                            reportsTo?: string;
                            /**
                             * @description Who holds the post, from which day to which; nobody: the post is vacant
                             * @default []
                             */
                            holders: {
                                /** @description Id of a person */
                                person: string;
                                /** @description First day */
                                from: string;
                                /** @description Last day; absent: until further notice */
                                to?: string;
                            }[];
                            /**
                             * @description Who signs in the holder’s place, and in which days only
                             * @default []
                             */
                            delegations: {
                                /** @description Id of a person */
                                deputy: string;
                                /** @description First day */
                                from: string;
                                /** @description Last day; a delegation always ends */
                                to: string;
                                reason?: string;
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description The post, as Head of order fulfilment */
                                name: string;
                                /** @description Id of a post */
                                reportsTo?: string;
                                /**
                                 * @description Who holds the post, from which day to which; nobody: the post is vacant
                                 * @default []
                                 */
                                holders: {
                                    /** @description Id of a person */
                                    person: string;
                                    /** @description First day */
                                    from: string;
                                    /** @description Last day; absent: until further notice */
                                    to?: string;
                                }[];
                                /**
                                 * @description Who signs in the holder’s place, and in which days only
                                 * @default []
                                 */
                                delegations: {
                                    /** @description Id of a person */
                                    deputy: string;
                                    /** @description First day */
                                    from: string;
                                    /** @description Last day; a delegation always ends */
                                    to: string;
                                    reason?: string;
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        /** @description The post, as Head of order fulfilment */
                        name: string;
                        /** @description Id of a post */
                        reportsTo?: string;
                        /**
                         * @description Who holds the post, from which day to which; nobody: the post is vacant
                         * @default []
                         */
                        holders?: {
                            /** @description Id of a person */
                            person: string;
                            /** @description First day */
                            from: string;
                            /** @description Last day; absent: until further notice */
                            to?: string;
                        }[];
                        /**
                         * @description Who signs in the holder’s place, and in which days only
                         * @default []
                         */
                        delegations?: {
                            /** @description Id of a person */
                            deputy: string;
                            /** @description First day */
                            from: string;
                            /** @description Last day; a delegation always ends */
                            to: string;
                            reason?: string;
                        }[];
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The post, as Head of order fulfilment */
                            name: string;
                            /** @description Id of a post */
                            reportsTo?: string;
                            /**
                             * @description Who holds the post, from which day to which; nobody: the post is vacant
                             * @default []
                             */
                            holders: {
                                /** @description Id of a person */
                                person: string;
                                /** @description First day */
                                from: string;
                                /** @description Last day; absent: until further notice */
                                to?: string;
                            }[];
                            /**
                             * @description Who signs in the holder’s place, and in which days only
                             * @default []
                             */
                            delegations: {
                                /** @description Id of a person */
                                deputy: string;
                                /** @description First day */
                                from: string;
                                /** @description Last day; a delegation always ends */
                                to: string;
                                reason?: string;
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retirePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstatePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The post, as Head of order fulfilment */
                            name: string;
                            /** @description Id of a post */
                            reportsTo?: string;
                            /**
                             * @description Who holds the post, from which day to which; nobody: the post is vacant
                             * @default []
                             */
                            holders: {
                                /** @description Id of a person */
                                person: string;
                                /** @description First day */
                                from: string;
                                /** @description Last day; absent: until further notice */
                                to?: string;
                            }[];
                            /**
                             * @description Who signs in the holder’s place, and in which days only
                             * @default []
                             */
                            delegations: {
                                /** @description Id of a person */
                                deputy: string;
                                /** @description First day */
                                from: string;
                                /** @description Last day; a delegation always ends */
                                to: string;
                                reason?: string;
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listFunctions: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description What the business does, as Fulfil orders */
                                name: string;
                                /** @description The function that this one is part of */
                                parent?: string;
                                /** @description Id of a post */
                                owner?: string;
                                /**
                                 * @description critical: customers or the law feel its loss the same day; important: within a week; standard: later
                                 * @enum {string}
                                 */
                                criticality: "critical" | "important" | "standard";
                                description?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getFunction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description What the business does, as Fulfil orders */
                            name: string;
                            /** @description The function that this one is part of */
                            parent?: string;
                            /** @description Id of a post */
                            owner?: string;
                            /**
                             * @description critical: customers or the law feel its loss the same day; important: within a week; standard: later
                             * @enum {string}
                             */
                            criticality: "critical" | "important" | "standard";
                            description?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description What the business does, as Fulfil orders */
                                name: string;
                                /** @description The function that this one is part of */
                                parent?: string;
                                /** @description Id of a post */
                                owner?: string;
                                /**
                                 * @description critical: customers or the law feel its loss the same day; important: within a week; standard: later
                                 * @enum {string}
                                 */
                                criticality: "critical" | "important" | "standard";
                                description?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putFunction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        /** @description What the business does, as Fulfil orders */
                        name: string;
                        /** @description The function that this one is part of */
                        parent?: string;
                        /** @description Id of a post */
                        owner?: string;
                        /**
                         * @description critical: customers or the law feel its loss the same day; important: within a week; standard: later
                         * @enum {string}
                         */
                        criticality: "critical" | "important" | "standard";
                        description?: string;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description What the business does, as Fulfil orders */
                            name: string;
                            /** @description The function that this one is part of */
                            parent?: string;
                            /** @description Id of a post */
                            owner?: string;
                            /**
                             * @description critical: customers or the law feel its loss the same day; important: within a week; standard: later
                             * @enum {string}
                             */
                            criticality: "critical" | "important" | "standard";
                            description?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireFunction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateFunction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description What the business does, as Fulfil orders */
                            name: string;
                            /** @description The function that this one is part of */
                            parent?: string;
                            /** @description Id of a post */
                            owner?: string;
                            /**
                             * @description critical: customers or the law feel its loss the same day; important: within a week; standard: later
                             * @enum {string}
                             */
                            criticality: "critical" | "important" | "standard";
                            description?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description IANA time zone, as Europe/London */
                                zone: string;
                                /** @description Opening hours by day of the week; a day not named is closed; always = round the clock */
                                week: "always" | {
                                    monday?: string[];
                                    tuesday?: string[];
                                    wednesday?: string[];
                                    thursday?: string[];
                                    friday?: string[];
                                    saturday?: string[];
                                    sunday?: string[];
                                };
                                /** @default [] */
                                holidays: {
                                    /** @description A day, as 2026-03-31 */
                                    date: string;
                                    name: string;
                                    /** @description Open all the same in these hours; absent: closed */
                                    hours?: string[];
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description IANA time zone, as Europe/London */
                            zone: string;
                            /** @description Opening hours by day of the week; a day not named is closed; always = round the clock */
                            week: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /** @default [] */
                            holidays: {
                                /** @description A day, as 2026-03-31 */
                                date: string;
                                name: string;
                                /** @description Open all the same in these hours; absent: closed */
                                hours?: string[];
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description IANA time zone, as Europe/London */
                                zone: string;
                                /** @description Opening hours by day of the week; a day not named is closed; always = round the clock */
                                week: "always" | {
                                    monday?: string[];
                                    tuesday?: string[];
                                    wednesday?: string[];
                                    thursday?: string[];
                                    friday?: string[];
                                    saturday?: string[];
                                    sunday?: string[];
                                };
                                /** @default [] */
                                holidays: {
                                    /** @description A day, as 2026-03-31 */
                                    date: string;
                                    name: string;
                                    /** @description Open all the same in these hours; absent: closed */
                                    hours?: string[];
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        /** @description IANA time zone, as Europe/London */
                        zone: string;
                        /** @description Opening hours by day of the week; a day not named is closed; always = round the clock */
                        week: "always" | {
                            monday?: string[];
                            tuesday?: string[];
                            wednesday?: string[];
                            thursday?: string[];
                            friday?: string[];
                            saturday?: string[];
                            sunday?: string[];
                        };
                        /** @default [] */
                        holidays?: {
                            /** @description A day, as 2026-03-31 */
                            date: string;
                            name: string;
                            /** @description Open all the same in these hours; absent: closed */
                            hours?: string[];
                        }[];
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description IANA time zone, as Europe/London */
                            zone: string;
                            /** @description Opening hours by day of the week; a day not named is closed; always = round the clock */
                            week: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /** @default [] */
                            holidays: {
                                /** @description A day, as 2026-03-31 */
                                date: string;
                                name: string;
                                /** @description Open all the same in these hours; absent: closed */
                                hours?: string[];
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description IANA time zone, as Europe/London */
                            zone: string;
                            /** @description Opening hours by day of the week; a day not named is closed; always = round the clock */
                            week: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /** @default [] */
                            holidays: {
                                /** @description A day, as 2026-03-31 */
                                date: string;
                                name: string;
                                /** @description Open all the same in these hours; absent: closed */
                                hours?: string[];
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listProcesses: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                description?: string;
                                /** @description What one case is, in the singular: order */
                                case: string;
                                /** @description Id of a function */
                                function: string;
                                /** @description Id of a post */
                                owner: string;
                                /** @description Weeks and hours of this process are in this zone */
                                zone: string;
                                /** @description Id of a calendar */
                                calendar?: string;
                                /** @description Working hours where they differ from the calendar’s */
                                hours?: "always" | {
                                    monday?: string[];
                                    tuesday?: string[];
                                    wednesday?: string[];
                                    thursday?: string[];
                                    friday?: string[];
                                    saturday?: string[];
                                    sunday?: string[];
                                };
                                /**
                                 * @description Activities that begin a case
                                 * @default []
                                 */
                                starts: string[];
                                /**
                                 * @description Activities that complete a case
                                 * @default []
                                 */
                                ends: string[];
                                /** @description A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps */
                                closedAfter?: {
                                    seconds: number;
                                };
                                /** @description A case is on time when it completes within */
                                target?: {
                                    seconds: number;
                                };
                                /** @description A wait of so much more than usual is not called a delay */
                                delayTolerance?: {
                                    seconds: number;
                                };
                                /** @description Contribution margin of a case: an attribute of the case with its currency, or a range from low to high */
                                margin?: {
                                    /** @description Attribute of the case */
                                    attribute: string;
                                    currency: string;
                                } | {
                                    low: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                    high: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                };
                                /** @description What an hour of delay of one case costs, from low to high */
                                delayCostAnHour?: {
                                    low: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                    high: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                };
                                /** @description Maximum tolerable period of disruption */
                                mtpd?: {
                                    seconds: number;
                                };
                                /** @description Minimum business continuity objective: the share of usual work that must go on */
                                mbco?: {
                                    percent: number;
                                };
                                /** @default [] */
                                activities: {
                                    /** @description As the event log calls it */
                                    name: string;
                                    /** @description The function that does it; absent: the function of the process */
                                    function?: string;
                                    /**
                                     * @description Services that it cannot do without
                                     * @default []
                                     */
                                    services: string[];
                                    /** @description Time that somebody works on it */
                                    touchTime?: {
                                        seconds: number;
                                    };
                                    /** @description The law asks for it */
                                    legal?: boolean;
                                    /** @description It checks or approves the work of another */
                                    control?: boolean;
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description What one case is, in the singular: order */
                            case: string;
                            /** @description Id of a function */
                            function: string;
                            /** @description Id of a post */
                            owner: string;
                            /** @description Weeks and hours of this process are in this zone */
                            zone: string;
                            /** @description Id of a calendar */
                            calendar?: string;
                            /** @description Working hours where they differ from the calendar’s */
                            hours?: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /**
                             * @description Activities that begin a case
                             * @default []
                             */
                            starts: string[];
                            /**
                             * @description Activities that complete a case
                             * @default []
                             */
                            ends: string[];
                            /** @description A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps */
                            closedAfter?: {
                                seconds: number;
                            };
                            /** @description A case is on time when it completes within */
                            target?: {
                                seconds: number;
                            };
                            /** @description A wait of so much more than usual is not called a delay */
                            delayTolerance?: {
                                seconds: number;
                            };
                            /** @description Contribution margin of a case: an attribute of the case with its currency, or a range from low to high */
                            margin?: {
                                /** @description Attribute of the case */
                                attribute: string;
                                currency: string;
                            } | {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                            };
                            /** @description What an hour of delay of one case costs, from low to high */
                            delayCostAnHour?: {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                            };
                            /** @description Maximum tolerable period of disruption */
                            mtpd?: {
                                seconds: number;
                            };
                            /** @description Minimum business continuity objective: the share of usual work that must go on */
                            mbco?: {
                                percent: number;
                            };
                            /** @default [] */
                            activities: {
                                /** @description As the event log calls it */
                                name: string;
                                /** @description The function that does it; absent: the function of the process */
                                function?: string;
                                /**
                                 * @description Services that it cannot do without
                                 * @default []
                                 */
                                services: string[];
                                /** @description Time that somebody works on it */
                                touchTime?: {
                                    seconds: number;
                                };
                                /** @description The law asks for it */
                                legal?: boolean;
                                /** @description It checks or approves the work of another */
                                control?: boolean;
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                description?: string;
                                /** @description What one case is, in the singular: order */
                                case: string;
                                /** @description Id of a function */
                                function: string;
                                /** @description Id of a post */
                                owner: string;
                                /** @description Weeks and hours of this process are in this zone */
                                zone: string;
                                /** @description Id of a calendar */
                                calendar?: string;
                                /** @description Working hours where they differ from the calendar’s */
                                hours?: "always" | {
                                    monday?: string[];
                                    tuesday?: string[];
                                    wednesday?: string[];
                                    thursday?: string[];
                                    friday?: string[];
                                    saturday?: string[];
                                    sunday?: string[];
                                };
                                /**
                                 * @description Activities that begin a case
                                 * @default []
                                 */
                                starts: string[];
                                /**
                                 * @description Activities that complete a case
                                 * @default []
                                 */
                                ends: string[];
                                /** @description A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps */
                                closedAfter?: {
                                    seconds: number;
                                };
                                /** @description A case is on time when it completes within */
                                target?: {
                                    seconds: number;
                                };
                                /** @description A wait of so much more than usual is not called a delay */
                                delayTolerance?: {
                                    seconds: number;
                                };
                                /** @description Contribution margin of a case: an attribute of the case with its currency, or a range from low to high */
                                margin?: {
                                    /** @description Attribute of the case */
                                    attribute: string;
                                    currency: string;
                                } | {
                                    low: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                    high: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                };
                                /** @description What an hour of delay of one case costs, from low to high */
                                delayCostAnHour?: {
                                    low: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                    high: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                };
                                /** @description Maximum tolerable period of disruption */
                                mtpd?: {
                                    seconds: number;
                                };
                                /** @description Minimum business continuity objective: the share of usual work that must go on */
                                mbco?: {
                                    percent: number;
                                };
                                /** @default [] */
                                activities: {
                                    /** @description As the event log calls it */
                                    name: string;
                                    /** @description The function that does it; absent: the function of the process */
                                    function?: string;
                                    /**
                                     * @description Services that it cannot do without
                                     * @default []
                                     */
                                    services: string[];
                                    /** @description Time that somebody works on it */
                                    touchTime?: {
                                        seconds: number;
                                    };
                                    /** @description The law asks for it */
                                    legal?: boolean;
                                    /** @description It checks or approves the work of another */
                                    control?: boolean;
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        description?: string;
                        /** @description What one case is, in the singular: order */
                        case: string;
                        /** @description Id of a function */
                        function: string;
                        /** @description Id of a post */
                        owner: string;
                        /** @description Weeks and hours of this process are in this zone */
                        zone: string;
                        /** @description Id of a calendar */
                        calendar?: string;
                        /** @description Working hours where they differ from the calendar’s */
                        hours?: "always" | {
                            monday?: string[];
                            tuesday?: string[];
                            wednesday?: string[];
                            thursday?: string[];
                            friday?: string[];
                            saturday?: string[];
                            sunday?: string[];
                        };
                        /**
                         * @description Activities that begin a case
                         * @default []
                         */
                        starts?: string[];
                        /**
                         * @description Activities that complete a case
                         * @default []
                         */
                        ends?: string[];
                        /** @description A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps */
                        closedAfter?: string | {
                            seconds: number;
                        };
                        /** @description A case is on time when it completes within */
                        target?: string | {
                            seconds: number;
                        };
                        /** @description A wait of so much more than usual is not called a delay */
                        delayTolerance?: string | {
                            seconds: number;
                        };
                        /** @description Contribution margin of a case: an attribute of the case with its currency, or a range from low to high */
                        margin?: {
                            /** @description Attribute of the case */
                            attribute: string;
                            currency: string;
                        } | {
                            low: string | {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                            high: string | {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                        };
                        /** @description What an hour of delay of one case costs, from low to high */
                        delayCostAnHour?: {
                            low: string | {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                            high: string | {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                        };
                        /** @description Maximum tolerable period of disruption */
                        mtpd?: string | {
                            seconds: number;
                        };
                        /** @description Minimum business continuity objective: the share of usual work that must go on */
                        mbco?: string | {
                            percent: number;
                        };
                        activities?: {
                            /** @description As the event log calls it */
                            name: string;
                            /** @description The function that does it; absent: the function of the process */
                            function?: string;
                            /**
                             * @description Services that it cannot do without
                             * @default []
                             */
                            services?: string[];
                            /** @description Time that somebody works on it */
                            touchTime?: string | {
                                seconds: number;
                            };
                            /** @description The law asks for it */
                            legal?: boolean;
                            /** @description It checks or approves the work of another */
                            control?: boolean;
                        }[];
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description What one case is, in the singular: order */
                            case: string;
                            /** @description Id of a function */
                            function: string;
                            /** @description Id of a post */
                            owner: string;
                            /** @description Weeks and hours of this process are in this zone */
                            zone: string;
                            /** @description Id of a calendar */
                            calendar?: string;
                            /** @description Working hours where they differ from the calendar’s */
                            hours?: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /**
                             * @description Activities that begin a case
                             * @default []
                             */
                            starts: string[];
                            /**
                             * @description Activities that complete a case
                             * @default []
                             */
                            ends: string[];
                            /** @description A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps */
                            closedAfter?: {
                                seconds: number;
                            };
                            /** @description A case is on time when it completes within */
                            target?: {
                                seconds: number;
                            };
                            /** @description A wait of so much more than usual is not called a delay */
                            delayTolerance?: {
                                seconds: number;
                            };
                            /** @description Contribution margin of a case: an attribute of the case with its currency, or a range from low to high */
                            margin?: {
                                /** @description Attribute of the case */
                                attribute: string;
                                currency: string;
                            } | {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                            };
                            /** @description What an hour of delay of one case costs, from low to high */
                            delayCostAnHour?: {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                            };
                            /** @description Maximum tolerable period of disruption */
                            mtpd?: {
                                seconds: number;
                            };
                            /** @description Minimum business continuity objective: the share of usual work that must go on */
                            mbco?: {
                                percent: number;
                            };
                            /** @default [] */
                            activities: {
                                /** @description As the event log calls it */
                                name: string;
                                /** @description The function that does it; absent: the function of the process */
                                function?: string;
                                /**
                                 * @description Services that it cannot do without
                                 * @default []
                                 */
                                services: string[];
                                /** @description Time that somebody works on it */
                                touchTime?: {
                                    seconds: number;
                                };
                                /** @description The law asks for it */
                                legal?: boolean;
                                /** @description It checks or approves the work of another */
                                control?: boolean;
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description What one case is, in the singular: order */
                            case: string;
                            /** @description Id of a function */
                            function: string;
                            /** @description Id of a post */
                            owner: string;
                            /** @description Weeks and hours of this process are in this zone */
                            zone: string;
                            /** @description Id of a calendar */
                            calendar?: string;
                            /** @description Working hours where they differ from the calendar’s */
                            hours?: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /**
                             * @description Activities that begin a case
                             * @default []
                             */
                            starts: string[];
                            /**
                             * @description Activities that complete a case
                             * @default []
                             */
                            ends: string[];
                            /** @description A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps */
                            closedAfter?: {
                                seconds: number;
                            };
                            /** @description A case is on time when it completes within */
                            target?: {
                                seconds: number;
                            };
                            /** @description A wait of so much more than usual is not called a delay */
                            delayTolerance?: {
                                seconds: number;
                            };
                            /** @description Contribution margin of a case: an attribute of the case with its currency, or a range from low to high */
                            margin?: {
                                /** @description Attribute of the case */
                                attribute: string;
                                currency: string;
                            } | {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                            };
                            /** @description What an hour of delay of one case costs, from low to high */
                            delayCostAnHour?: {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                            };
                            /** @description Maximum tolerable period of disruption */
                            mtpd?: {
                                seconds: number;
                            };
                            /** @description Minimum business continuity objective: the share of usual work that must go on */
                            mbco?: {
                                percent: number;
                            };
                            /** @default [] */
                            activities: {
                                /** @description As the event log calls it */
                                name: string;
                                /** @description The function that does it; absent: the function of the process */
                                function?: string;
                                /**
                                 * @description Services that it cannot do without
                                 * @default []
                                 */
                                services: string[];
                                /** @description Time that somebody works on it */
                                touchTime?: {
                                    seconds: number;
                                };
                                /** @description The law asks for it */
                                legal?: boolean;
                                /** @description It checks or approves the work of another */
                                control?: boolean;
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listSuppliers: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                description?: string;
                                /** @description The post that answers for the supplier */
                                owner: string;
                                country?: string;
                                /** @description Legal entity identifier, ISO 17442 */
                                lei?: string;
                                /** @description Ultimate parent undertaking */
                                parentName?: string;
                                /** @default [] */
                                contracts: {
                                    /** @description Id of the contract, unique within the supplier */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    arrangement?: "standalone" | "overarching" | "subsequent";
                                    /** @description Id of the overarching contract */
                                    under?: string;
                                    /** @description A day, as 2026-03-31 */
                                    start: string;
                                    /** @description Absent: until further notice */
                                    end?: string;
                                    /** @description Days of notice that we must give */
                                    noticeDaysOurs?: number;
                                    /** @description Days of notice that the supplier must give */
                                    noticeDaysTheirs?: number;
                                    annualCost?: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                    /** @description Country whose law governs it */
                                    law?: string;
                                    /**
                                     * @description Countries that the service is provided from
                                     * @default []
                                     */
                                    providedFrom: string[];
                                    /**
                                     * @description Countries that the data are stored in
                                     * @default []
                                     */
                                    dataStoredIn: string[];
                                    /**
                                     * @description Of the data stored by the supplier
                                     * @enum {string}
                                     */
                                    sensitivity?: "low" | "medium" | "high";
                                    /** @description It supports a critical or important function */
                                    supportsCritical?: boolean;
                                    /** @enum {string} */
                                    substitutability?: "easy" | "complex" | "very complex" | "impossible";
                                    /** @description There is a plan for leaving */
                                    exitPlan?: boolean;
                                    /** @description Another supplier has been identified */
                                    alternative?: boolean;
                                    /** @description A day, as 2026-03-31 */
                                    lastAudit?: string;
                                    /** @default [] */
                                    subcontractors: string[];
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description The post that answers for the supplier */
                            owner: string;
                            country?: string;
                            /** @description Legal entity identifier, ISO 17442 */
                            lei?: string;
                            /** @description Ultimate parent undertaking */
                            parentName?: string;
                            /** @default [] */
                            contracts: {
                                /** @description Id of the contract, unique within the supplier */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                arrangement?: "standalone" | "overarching" | "subsequent";
                                /** @description Id of the overarching contract */
                                under?: string;
                                /** @description A day, as 2026-03-31 */
                                start: string;
                                /** @description Absent: until further notice */
                                end?: string;
                                /** @description Days of notice that we must give */
                                noticeDaysOurs?: number;
                                /** @description Days of notice that the supplier must give */
                                noticeDaysTheirs?: number;
                                annualCost?: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                /** @description Country whose law governs it */
                                law?: string;
                                /**
                                 * @description Countries that the service is provided from
                                 * @default []
                                 */
                                providedFrom: string[];
                                /**
                                 * @description Countries that the data are stored in
                                 * @default []
                                 */
                                dataStoredIn: string[];
                                /**
                                 * @description Of the data stored by the supplier
                                 * @enum {string}
                                 */
                                sensitivity?: "low" | "medium" | "high";
                                /** @description It supports a critical or important function */
                                supportsCritical?: boolean;
                                /** @enum {string} */
                                substitutability?: "easy" | "complex" | "very complex" | "impossible";
                                /** @description There is a plan for leaving */
                                exitPlan?: boolean;
                                /** @description Another supplier has been identified */
                                alternative?: boolean;
                                /** @description A day, as 2026-03-31 */
                                lastAudit?: string;
                                /** @default [] */
                                subcontractors: string[];
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                description?: string;
                                /** @description The post that answers for the supplier */
                                owner: string;
                                country?: string;
                                /** @description Legal entity identifier, ISO 17442 */
                                lei?: string;
                                /** @description Ultimate parent undertaking */
                                parentName?: string;
                                /** @default [] */
                                contracts: {
                                    /** @description Id of the contract, unique within the supplier */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    arrangement?: "standalone" | "overarching" | "subsequent";
                                    /** @description Id of the overarching contract */
                                    under?: string;
                                    /** @description A day, as 2026-03-31 */
                                    start: string;
                                    /** @description Absent: until further notice */
                                    end?: string;
                                    /** @description Days of notice that we must give */
                                    noticeDaysOurs?: number;
                                    /** @description Days of notice that the supplier must give */
                                    noticeDaysTheirs?: number;
                                    annualCost?: {
                                        /** @description Minor units */
                                        amount: number;
                                        currency: string;
                                    };
                                    /** @description Country whose law governs it */
                                    law?: string;
                                    /**
                                     * @description Countries that the service is provided from
                                     * @default []
                                     */
                                    providedFrom: string[];
                                    /**
                                     * @description Countries that the data are stored in
                                     * @default []
                                     */
                                    dataStoredIn: string[];
                                    /**
                                     * @description Of the data stored by the supplier
                                     * @enum {string}
                                     */
                                    sensitivity?: "low" | "medium" | "high";
                                    /** @description It supports a critical or important function */
                                    supportsCritical?: boolean;
                                    /** @enum {string} */
                                    substitutability?: "easy" | "complex" | "very complex" | "impossible";
                                    /** @description There is a plan for leaving */
                                    exitPlan?: boolean;
                                    /** @description Another supplier has been identified */
                                    alternative?: boolean;
                                    /** @description A day, as 2026-03-31 */
                                    lastAudit?: string;
                                    /** @default [] */
                                    subcontractors: string[];
                                }[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        description?: string;
                        /** @description The post that answers for the supplier */
                        owner: string;
                        country?: string;
                        /** @description Legal entity identifier, ISO 17442 */
                        lei?: string;
                        /** @description Ultimate parent undertaking */
                        parentName?: string;
                        contracts?: {
                            /** @description Id of the contract, unique within the supplier */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            arrangement?: "standalone" | "overarching" | "subsequent";
                            /** @description Id of the overarching contract */
                            under?: string;
                            /** @description A day, as 2026-03-31 */
                            start: string;
                            /** @description Absent: until further notice */
                            end?: string;
                            /** @description Days of notice that we must give */
                            noticeDaysOurs?: number;
                            /** @description Days of notice that the supplier must give */
                            noticeDaysTheirs?: number;
                            annualCost?: string | {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                            /** @description Country whose law governs it */
                            law?: string;
                            /**
                             * @description Countries that the service is provided from
                             * @default []
                             */
                            providedFrom?: string[];
                            /**
                             * @description Countries that the data are stored in
                             * @default []
                             */
                            dataStoredIn?: string[];
                            /**
                             * @description Of the data stored by the supplier
                             * @enum {string}
                             */
                            sensitivity?: "low" | "medium" | "high";
                            /** @description It supports a critical or important function */
                            supportsCritical?: boolean;
                            /** @enum {string} */
                            substitutability?: "easy" | "complex" | "very complex" | "impossible";
                            /** @description There is a plan for leaving */
                            exitPlan?: boolean;
                            /** @description Another supplier has been identified */
                            alternative?: boolean;
                            /** @description A day, as 2026-03-31 */
                            lastAudit?: string;
                            /** @default [] */
                            subcontractors?: string[];
                        }[];
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description The post that answers for the supplier */
                            owner: string;
                            country?: string;
                            /** @description Legal entity identifier, ISO 17442 */
                            lei?: string;
                            /** @description Ultimate parent undertaking */
                            parentName?: string;
                            /** @default [] */
                            contracts: {
                                /** @description Id of the contract, unique within the supplier */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                arrangement?: "standalone" | "overarching" | "subsequent";
                                /** @description Id of the overarching contract */
                                under?: string;
                                /** @description A day, as 2026-03-31 */
                                start: string;
                                /** @description Absent: until further notice */
                                end?: string;
                                /** @description Days of notice that we must give */
                                noticeDaysOurs?: number;
                                /** @description Days of notice that the supplier must give */
                                noticeDaysTheirs?: number;
                                annualCost?: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                /** @description Country whose law governs it */
                                law?: string;
                                /**
                                 * @description Countries that the service is provided from
                                 * @default []
                                 */
                                providedFrom: string[];
                                /**
                                 * @description Countries that the data are stored in
                                 * @default []
                                 */
                                dataStoredIn: string[];
                                /**
                                 * @description Of the data stored by the supplier
                                 * @enum {string}
                                 */
                                sensitivity?: "low" | "medium" | "high";
                                /** @description It supports a critical or important function */
                                supportsCritical?: boolean;
                                /** @enum {string} */
                                substitutability?: "easy" | "complex" | "very complex" | "impossible";
                                /** @description There is a plan for leaving */
                                exitPlan?: boolean;
                                /** @description Another supplier has been identified */
                                alternative?: boolean;
                                /** @description A day, as 2026-03-31 */
                                lastAudit?: string;
                                /** @default [] */
                                subcontractors: string[];
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description The post that answers for the supplier */
                            owner: string;
                            country?: string;
                            /** @description Legal entity identifier, ISO 17442 */
                            lei?: string;
                            /** @description Ultimate parent undertaking */
                            parentName?: string;
                            /** @default [] */
                            contracts: {
                                /** @description Id of the contract, unique within the supplier */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                arrangement?: "standalone" | "overarching" | "subsequent";
                                /** @description Id of the overarching contract */
                                under?: string;
                                /** @description A day, as 2026-03-31 */
                                start: string;
                                /** @description Absent: until further notice */
                                end?: string;
                                /** @description Days of notice that we must give */
                                noticeDaysOurs?: number;
                                /** @description Days of notice that the supplier must give */
                                noticeDaysTheirs?: number;
                                annualCost?: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                /** @description Country whose law governs it */
                                law?: string;
                                /**
                                 * @description Countries that the service is provided from
                                 * @default []
                                 */
                                providedFrom: string[];
                                /**
                                 * @description Countries that the data are stored in
                                 * @default []
                                 */
                                dataStoredIn: string[];
                                /**
                                 * @description Of the data stored by the supplier
                                 * @enum {string}
                                 */
                                sensitivity?: "low" | "medium" | "high";
                                /** @description It supports a critical or important function */
                                supportsCritical?: boolean;
                                /** @enum {string} */
                                substitutability?: "easy" | "complex" | "very complex" | "impossible";
                                /** @description There is a plan for leaving */
                                exitPlan?: boolean;
                                /** @description Another supplier has been identified */
                                alternative?: boolean;
                                /** @description A day, as 2026-03-31 */
                                lastAudit?: string;
                                /** @default [] */
                                subcontractors: string[];
                            }[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listServices: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                description?: string;
                                /** @description Id of a post */
                                owner: string;
                                /** @description 1: the business stops without it … 4: it waits for days */
                                tier: number;
                                /** @description Absent: the calendar’s, else the company’s */
                                zone?: string;
                                /** @description Id of a calendar */
                                calendar?: string;
                                /** @description Service hours where they differ from the calendar’s; always = round the clock */
                                hours?: "always" | {
                                    monday?: string[];
                                    tuesday?: string[];
                                    wednesday?: string[];
                                    thursday?: string[];
                                    friday?: string[];
                                    saturday?: string[];
                                    sunday?: string[];
                                };
                                /** @description Who runs it for us; absent: we do */
                                supplier?: string;
                                /**
                                 * @description Functions that it serves, beside those of the processes that use it
                                 * @default []
                                 */
                                functions: string[];
                                /** @default [] */
                                dependencies: ({
                                    /** @description Id of a service */
                                    service: string;
                                    /**
                                     * @description hard: down when it is down; soft: worse when it is down
                                     * @default hard
                                     * @enum {string}
                                     */
                                    strength: "hard" | "soft";
                                    note?: string;
                                } | {
                                    /** @description So many of the services must be up */
                                    needs: number;
                                    of: string[];
                                    /**
                                     * @description hard: down when it is down; soft: worse when it is down
                                     * @default hard
                                     * @enum {string}
                                     */
                                    strength: "hard" | "soft";
                                    note?: string;
                                })[];
                                objective?: {
                                    /** @description Share of the agreed hours that it is up */
                                    availability: {
                                        percent: number;
                                    };
                                    /**
                                     * @default month
                                     * @enum {string}
                                     */
                                    window: "week" | "month" | "quarter" | "year";
                                };
                                /** @description Recovery time objective: back within */
                                recoveryTime?: {
                                    seconds: number;
                                };
                                /** @description Recovery point objective: at most so much work lost */
                                dataLoss?: {
                                    seconds: number;
                                };
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description Id of a post */
                            owner: string;
                            /** @description 1: the business stops without it … 4: it waits for days */
                            tier: number;
                            /** @description Absent: the calendar’s, else the company’s */
                            zone?: string;
                            /** @description Id of a calendar */
                            calendar?: string;
                            /** @description Service hours where they differ from the calendar’s; always = round the clock */
                            hours?: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /** @description Who runs it for us; absent: we do */
                            supplier?: string;
                            /**
                             * @description Functions that it serves, beside those of the processes that use it
                             * @default []
                             */
                            functions: string[];
                            /** @default [] */
                            dependencies: ({
                                /** @description Id of a service */
                                service: string;
                                /**
                                 * @description hard: down when it is down; soft: worse when it is down
                                 * @default hard
                                 * @enum {string}
                                 */
                                strength: "hard" | "soft";
                                note?: string;
                            } | {
                                /** @description So many of the services must be up */
                                needs: number;
                                of: string[];
                                /**
                                 * @description hard: down when it is down; soft: worse when it is down
                                 * @default hard
                                 * @enum {string}
                                 */
                                strength: "hard" | "soft";
                                note?: string;
                            })[];
                            objective?: {
                                /** @description Share of the agreed hours that it is up */
                                availability: {
                                    percent: number;
                                };
                                /**
                                 * @default month
                                 * @enum {string}
                                 */
                                window: "week" | "month" | "quarter" | "year";
                            };
                            /** @description Recovery time objective: back within */
                            recoveryTime?: {
                                seconds: number;
                            };
                            /** @description Recovery point objective: at most so much work lost */
                            dataLoss?: {
                                seconds: number;
                            };
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                description?: string;
                                /** @description Id of a post */
                                owner: string;
                                /** @description 1: the business stops without it … 4: it waits for days */
                                tier: number;
                                /** @description Absent: the calendar’s, else the company’s */
                                zone?: string;
                                /** @description Id of a calendar */
                                calendar?: string;
                                /** @description Service hours where they differ from the calendar’s; always = round the clock */
                                hours?: "always" | {
                                    monday?: string[];
                                    tuesday?: string[];
                                    wednesday?: string[];
                                    thursday?: string[];
                                    friday?: string[];
                                    saturday?: string[];
                                    sunday?: string[];
                                };
                                /** @description Who runs it for us; absent: we do */
                                supplier?: string;
                                /**
                                 * @description Functions that it serves, beside those of the processes that use it
                                 * @default []
                                 */
                                functions: string[];
                                /** @default [] */
                                dependencies: ({
                                    /** @description Id of a service */
                                    service: string;
                                    /**
                                     * @description hard: down when it is down; soft: worse when it is down
                                     * @default hard
                                     * @enum {string}
                                     */
                                    strength: "hard" | "soft";
                                    note?: string;
                                } | {
                                    /** @description So many of the services must be up */
                                    needs: number;
                                    of: string[];
                                    /**
                                     * @description hard: down when it is down; soft: worse when it is down
                                     * @default hard
                                     * @enum {string}
                                     */
                                    strength: "hard" | "soft";
                                    note?: string;
                                })[];
                                objective?: {
                                    /** @description Share of the agreed hours that it is up */
                                    availability: {
                                        percent: number;
                                    };
                                    /**
                                     * @default month
                                     * @enum {string}
                                     */
                                    window: "week" | "month" | "quarter" | "year";
                                };
                                /** @description Recovery time objective: back within */
                                recoveryTime?: {
                                    seconds: number;
                                };
                                /** @description Recovery point objective: at most so much work lost */
                                dataLoss?: {
                                    seconds: number;
                                };
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        description?: string;
                        /** @description Id of a post */
                        owner: string;
                        /** @description 1: the business stops without it … 4: it waits for days */
                        tier: number;
                        /** @description Absent: the calendar’s, else the company’s */
                        zone?: string;
                        /** @description Id of a calendar */
                        calendar?: string;
                        /** @description Service hours where they differ from the calendar’s; always = round the clock */
                        hours?: "always" | {
                            monday?: string[];
                            tuesday?: string[];
                            wednesday?: string[];
                            thursday?: string[];
                            friday?: string[];
                            saturday?: string[];
                            sunday?: string[];
                        };
                        /** @description Who runs it for us; absent: we do */
                        supplier?: string;
                        /**
                         * @description Functions that it serves, beside those of the processes that use it
                         * @default []
                         */
                        functions?: string[];
                        /** @default [] */
                        dependencies?: ({
                            /** @description Id of a service */
                            service: string;
                            /**
                             * @description hard: down when it is down; soft: worse when it is down
                             * @default hard
                             * @enum {string}
                             */
                            strength?: "hard" | "soft";
                            note?: string;
                        } | {
                            /** @description So many of the services must be up */
                            needs: number;
                            of: string[];
                            /**
                             * @description hard: down when it is down; soft: worse when it is down
                             * @default hard
                             * @enum {string}
                             */
                            strength?: "hard" | "soft";
                            note?: string;
                        })[];
                        objective?: {
                            /** @description Share of the agreed hours that it is up */
                            availability: string | {
                                percent: number;
                            };
                            /**
                             * @default month
                             * @enum {string}
                             */
                            window?: "week" | "month" | "quarter" | "year";
                        };
                        /** @description Recovery time objective: back within */
                        recoveryTime?: string | {
                            seconds: number;
                        };
                        /** @description Recovery point objective: at most so much work lost */
                        dataLoss?: string | {
                            seconds: number;
                        };
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description Id of a post */
                            owner: string;
                            /** @description 1: the business stops without it … 4: it waits for days */
                            tier: number;
                            /** @description Absent: the calendar’s, else the company’s */
                            zone?: string;
                            /** @description Id of a calendar */
                            calendar?: string;
                            /** @description Service hours where they differ from the calendar’s; always = round the clock */
                            hours?: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /** @description Who runs it for us; absent: we do */
                            supplier?: string;
                            /**
                             * @description Functions that it serves, beside those of the processes that use it
                             * @default []
                             */
                            functions: string[];
                            /** @default [] */
                            dependencies: ({
                                /** @description Id of a service */
                                service: string;
                                /**
                                 * @description hard: down when it is down; soft: worse when it is down
                                 * @default hard
                                 * @enum {string}
                                 */
                                strength: "hard" | "soft";
                                note?: string;
                            } | {
                                /** @description So many of the services must be up */
                                needs: number;
                                of: string[];
                                /**
                                 * @description hard: down when it is down; soft: worse when it is down
                                 * @default hard
                                 * @enum {string}
                                 */
                                strength: "hard" | "soft";
                                note?: string;
                            })[];
                            objective?: {
                                /** @description Share of the agreed hours that it is up */
                                availability: {
                                    percent: number;
                                };
                                /**
                                 * @default month
                                 * @enum {string}
                                 */
                                window: "week" | "month" | "quarter" | "year";
                            };
                            /** @description Recovery time objective: back within */
                            recoveryTime?: {
                                seconds: number;
                            };
                            /** @description Recovery point objective: at most so much work lost */
                            dataLoss?: {
                                seconds: number;
                            };
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            description?: string;
                            /** @description Id of a post */
                            owner: string;
                            /** @description 1: the business stops without it … 4: it waits for days */
                            tier: number;
                            /** @description Absent: the calendar’s, else the company’s */
                            zone?: string;
                            /** @description Id of a calendar */
                            calendar?: string;
                            /** @description Service hours where they differ from the calendar’s; always = round the clock */
                            hours?: "always" | {
                                monday?: string[];
                                tuesday?: string[];
                                wednesday?: string[];
                                thursday?: string[];
                                friday?: string[];
                                saturday?: string[];
                                sunday?: string[];
                            };
                            /** @description Who runs it for us; absent: we do */
                            supplier?: string;
                            /**
                             * @description Functions that it serves, beside those of the processes that use it
                             * @default []
                             */
                            functions: string[];
                            /** @default [] */
                            dependencies: ({
                                /** @description Id of a service */
                                service: string;
                                /**
                                 * @description hard: down when it is down; soft: worse when it is down
                                 * @default hard
                                 * @enum {string}
                                 */
                                strength: "hard" | "soft";
                                note?: string;
                            } | {
                                /** @description So many of the services must be up */
                                needs: number;
                                of: string[];
                                /**
                                 * @description hard: down when it is down; soft: worse when it is down
                                 * @default hard
                                 * @enum {string}
                                 */
                                strength: "hard" | "soft";
                                note?: string;
                            })[];
                            objective?: {
                                /** @description Share of the agreed hours that it is up */
                                availability: {
                                    percent: number;
                                };
                                /**
                                 * @default month
                                 * @enum {string}
                                 */
                                window: "week" | "month" | "quarter" | "year";
                            };
                            /** @description Recovery time objective: back within */
                            recoveryTime?: {
                                seconds: number;
                            };
                            /** @description Recovery point objective: at most so much work lost */
                            dataLoss?: {
                                seconds: number;
                            };
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listMeasures: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description How it is worked out, in words or as an expression */
                                formula: string;
                                /** @description As h, %, GBP or orders a week */
                                unit: string;
                                /**
                                 * @description up: more is better; down: less is better; none: neither
                                 * @enum {string}
                                 */
                                direction: "up" | "down" | "none";
                                /** @description Id of a post */
                                owner?: string;
                                /** @description The process that it measures */
                                process?: string;
                                /** @description The service that it measures */
                                service?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description How it is worked out, in words or as an expression */
                            formula: string;
                            /** @description As h, %, GBP or orders a week */
                            unit: string;
                            /**
                             * @description up: more is better; down: less is better; none: neither
                             * @enum {string}
                             */
                            direction: "up" | "down" | "none";
                            /** @description Id of a post */
                            owner?: string;
                            /** @description The process that it measures */
                            process?: string;
                            /** @description The service that it measures */
                            service?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description How it is worked out, in words or as an expression */
                                formula: string;
                                /** @description As h, %, GBP or orders a week */
                                unit: string;
                                /**
                                 * @description up: more is better; down: less is better; none: neither
                                 * @enum {string}
                                 */
                                direction: "up" | "down" | "none";
                                /** @description Id of a post */
                                owner?: string;
                                /** @description The process that it measures */
                                process?: string;
                                /** @description The service that it measures */
                                service?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        /** @description How it is worked out, in words or as an expression */
                        formula: string;
                        /** @description As h, %, GBP or orders a week */
                        unit: string;
                        /**
                         * @description up: more is better; down: less is better; none: neither
                         * @enum {string}
                         */
                        direction: "up" | "down" | "none";
                        /** @description Id of a post */
                        owner?: string;
                        /** @description The process that it measures */
                        process?: string;
                        /** @description The service that it measures */
                        service?: string;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description How it is worked out, in words or as an expression */
                            formula: string;
                            /** @description As h, %, GBP or orders a week */
                            unit: string;
                            /**
                             * @description up: more is better; down: less is better; none: neither
                             * @enum {string}
                             */
                            direction: "up" | "down" | "none";
                            /** @description Id of a post */
                            owner?: string;
                            /** @description The process that it measures */
                            process?: string;
                            /** @description The service that it measures */
                            service?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description How it is worked out, in words or as an expression */
                            formula: string;
                            /** @description As h, %, GBP or orders a week */
                            unit: string;
                            /**
                             * @description up: more is better; down: less is better; none: neither
                             * @enum {string}
                             */
                            direction: "up" | "down" | "none";
                            /** @description Id of a post */
                            owner?: string;
                            /** @description The process that it measures */
                            process?: string;
                            /** @description The service that it measures */
                            service?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listEventLogMappings: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description The process that it records */
                                process?: string;
                                /** @description The file with the events, inside the company folder */
                                file: string;
                                /**
                                 * @description csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip
                                 * @enum {string}
                                 */
                                format: "csv" | "xes" | "ocel" | "parquet";
                                /** @description Zone of times that carry none */
                                zone: string;
                                /** @description Which column is what; csv and parquet only */
                                mapping?: {
                                    /** @description Column of the case id */
                                    case: string;
                                    /** @description Column of the activity; several are joined with “+” */
                                    activity: string | string[];
                                    /** @description Column of the time (of completion, where there is a start) */
                                    time: string;
                                    /** @description Column of the start: each row is then a whole activity instance */
                                    start?: string;
                                    lifecycle?: string;
                                    resource?: string;
                                    /** @description Column of the activity instance id */
                                    instance?: string;
                                    /** @description Column that identifies an event across files */
                                    eventId?: string;
                                    /** @description As strftime: %d/%m/%Y %H:%M */
                                    timeFormat?: string;
                                    delimiter?: string;
                                    /** @description Character encoding, where it is not UTF-8: windows-1252 */
                                    encoding?: string;
                                    /** @description Text that means missing, as “?” */
                                    nullText?: string;
                                    /** @description Absent: every other column, its type guessed */
                                    attributes?: {
                                        column: string;
                                        name?: string;
                                        /** @enum {string} */
                                        type: "text" | "number" | "integer" | "boolean" | "time";
                                        /**
                                         * @default event
                                         * @enum {string}
                                         */
                                        of: "case" | "event";
                                    }[];
                                    /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                                    personal?: string[];
                                };
                                /** @description XES classifier, or attribute keys joined with +; xes only */
                                classifier?: string;
                                /** @description Each object of this type is a case; ocel only */
                                objectType?: string;
                                /** @description Whole cases older than so many months are dropped */
                                keepMonths?: number;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getEventLogMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description The process that it records */
                            process?: string;
                            /** @description The file with the events, inside the company folder */
                            file: string;
                            /**
                             * @description csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip
                             * @enum {string}
                             */
                            format: "csv" | "xes" | "ocel" | "parquet";
                            /** @description Zone of times that carry none */
                            zone: string;
                            /** @description Which column is what; csv and parquet only */
                            mapping?: {
                                /** @description Column of the case id */
                                case: string;
                                /** @description Column of the activity; several are joined with “+” */
                                activity: string | string[];
                                /** @description Column of the time (of completion, where there is a start) */
                                time: string;
                                /** @description Column of the start: each row is then a whole activity instance */
                                start?: string;
                                lifecycle?: string;
                                resource?: string;
                                /** @description Column of the activity instance id */
                                instance?: string;
                                /** @description Column that identifies an event across files */
                                eventId?: string;
                                /** @description As strftime: %d/%m/%Y %H:%M */
                                timeFormat?: string;
                                delimiter?: string;
                                /** @description Character encoding, where it is not UTF-8: windows-1252 */
                                encoding?: string;
                                /** @description Text that means missing, as “?” */
                                nullText?: string;
                                /** @description Absent: every other column, its type guessed */
                                attributes?: {
                                    column: string;
                                    name?: string;
                                    /** @enum {string} */
                                    type: "text" | "number" | "integer" | "boolean" | "time";
                                    /**
                                     * @default event
                                     * @enum {string}
                                     */
                                    of: "case" | "event";
                                }[];
                                /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                                personal?: string[];
                            };
                            /** @description XES classifier, or attribute keys joined with +; xes only */
                            classifier?: string;
                            /** @description Each object of this type is a case; ocel only */
                            objectType?: string;
                            /** @description Whole cases older than so many months are dropped */
                            keepMonths?: number;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description The process that it records */
                                process?: string;
                                /** @description The file with the events, inside the company folder */
                                file: string;
                                /**
                                 * @description csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip
                                 * @enum {string}
                                 */
                                format: "csv" | "xes" | "ocel" | "parquet";
                                /** @description Zone of times that carry none */
                                zone: string;
                                /** @description Which column is what; csv and parquet only */
                                mapping?: {
                                    /** @description Column of the case id */
                                    case: string;
                                    /** @description Column of the activity; several are joined with “+” */
                                    activity: string | string[];
                                    /** @description Column of the time (of completion, where there is a start) */
                                    time: string;
                                    /** @description Column of the start: each row is then a whole activity instance */
                                    start?: string;
                                    lifecycle?: string;
                                    resource?: string;
                                    /** @description Column of the activity instance id */
                                    instance?: string;
                                    /** @description Column that identifies an event across files */
                                    eventId?: string;
                                    /** @description As strftime: %d/%m/%Y %H:%M */
                                    timeFormat?: string;
                                    delimiter?: string;
                                    /** @description Character encoding, where it is not UTF-8: windows-1252 */
                                    encoding?: string;
                                    /** @description Text that means missing, as “?” */
                                    nullText?: string;
                                    /** @description Absent: every other column, its type guessed */
                                    attributes?: {
                                        column: string;
                                        name?: string;
                                        /** @enum {string} */
                                        type: "text" | "number" | "integer" | "boolean" | "time";
                                        /**
                                         * @default event
                                         * @enum {string}
                                         */
                                        of: "case" | "event";
                                    }[];
                                    /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                                    personal?: string[];
                                };
                                /** @description XES classifier, or attribute keys joined with +; xes only */
                                classifier?: string;
                                /** @description Each object of this type is a case; ocel only */
                                objectType?: string;
                                /** @description Whole cases older than so many months are dropped */
                                keepMonths?: number;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putEventLogMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        /** @description The process that it records */
                        process?: string;
                        /** @description The file with the events, inside the company folder */
                        file: string;
                        /**
                         * @description csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip
                         * @enum {string}
                         */
                        format: "csv" | "xes" | "ocel" | "parquet";
                        /** @description Zone of times that carry none */
                        zone: string;
                        /** @description Which column is what; csv and parquet only */
                        mapping?: {
                            /** @description Column of the case id */
                            case: string;
                            /** @description Column of the activity; several are joined with “+” */
                            activity: string | string[];
                            /** @description Column of the time (of completion, where there is a start) */
                            time: string;
                            /** @description Column of the start: each row is then a whole activity instance */
                            start?: string;
                            lifecycle?: string;
                            resource?: string;
                            /** @description Column of the activity instance id */
                            instance?: string;
                            /** @description Column that identifies an event across files */
                            eventId?: string;
                            /** @description As strftime: %d/%m/%Y %H:%M */
                            timeFormat?: string;
                            delimiter?: string;
                            /** @description Character encoding, where it is not UTF-8: windows-1252 */
                            encoding?: string;
                            /** @description Text that means missing, as “?” */
                            nullText?: string;
                            /** @description Absent: every other column, its type guessed */
                            attributes?: {
                                column: string;
                                name?: string;
                                /** @enum {string} */
                                type: "text" | "number" | "integer" | "boolean" | "time";
                                /**
                                 * @default event
                                 * @enum {string}
                                 */
                                of?: "case" | "event";
                            }[];
                            /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                            personal?: string[];
                        };
                        /** @description XES classifier, or attribute keys joined with +; xes only */
                        classifier?: string;
                        /** @description Each object of this type is a case; ocel only */
                        objectType?: string;
                        /** @description Whole cases older than so many months are dropped */
                        keepMonths?: number;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description The process that it records */
                            process?: string;
                            /** @description The file with the events, inside the company folder */
                            file: string;
                            /**
                             * @description csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip
                             * @enum {string}
                             */
                            format: "csv" | "xes" | "ocel" | "parquet";
                            /** @description Zone of times that carry none */
                            zone: string;
                            /** @description Which column is what; csv and parquet only */
                            mapping?: {
                                /** @description Column of the case id */
                                case: string;
                                /** @description Column of the activity; several are joined with “+” */
                                activity: string | string[];
                                /** @description Column of the time (of completion, where there is a start) */
                                time: string;
                                /** @description Column of the start: each row is then a whole activity instance */
                                start?: string;
                                lifecycle?: string;
                                resource?: string;
                                /** @description Column of the activity instance id */
                                instance?: string;
                                /** @description Column that identifies an event across files */
                                eventId?: string;
                                /** @description As strftime: %d/%m/%Y %H:%M */
                                timeFormat?: string;
                                delimiter?: string;
                                /** @description Character encoding, where it is not UTF-8: windows-1252 */
                                encoding?: string;
                                /** @description Text that means missing, as “?” */
                                nullText?: string;
                                /** @description Absent: every other column, its type guessed */
                                attributes?: {
                                    column: string;
                                    name?: string;
                                    /** @enum {string} */
                                    type: "text" | "number" | "integer" | "boolean" | "time";
                                    /**
                                     * @default event
                                     * @enum {string}
                                     */
                                    of: "case" | "event";
                                }[];
                                /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                                personal?: string[];
                            };
                            /** @description XES classifier, or attribute keys joined with +; xes only */
                            classifier?: string;
                            /** @description Each object of this type is a case; ocel only */
                            objectType?: string;
                            /** @description Whole cases older than so many months are dropped */
                            keepMonths?: number;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireEventLogMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateEventLogMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description The process that it records */
                            process?: string;
                            /** @description The file with the events, inside the company folder */
                            file: string;
                            /**
                             * @description csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip
                             * @enum {string}
                             */
                            format: "csv" | "xes" | "ocel" | "parquet";
                            /** @description Zone of times that carry none */
                            zone: string;
                            /** @description Which column is what; csv and parquet only */
                            mapping?: {
                                /** @description Column of the case id */
                                case: string;
                                /** @description Column of the activity; several are joined with “+” */
                                activity: string | string[];
                                /** @description Column of the time (of completion, where there is a start) */
                                time: string;
                                /** @description Column of the start: each row is then a whole activity instance */
                                start?: string;
                                lifecycle?: string;
                                resource?: string;
                                /** @description Column of the activity instance id */
                                instance?: string;
                                /** @description Column that identifies an event across files */
                                eventId?: string;
                                /** @description As strftime: %d/%m/%Y %H:%M */
                                timeFormat?: string;
                                delimiter?: string;
                                /** @description Character encoding, where it is not UTF-8: windows-1252 */
                                encoding?: string;
                                /** @description Text that means missing, as “?” */
                                nullText?: string;
                                /** @description Absent: every other column, its type guessed */
                                attributes?: {
                                    column: string;
                                    name?: string;
                                    /** @enum {string} */
                                    type: "text" | "number" | "integer" | "boolean" | "time";
                                    /**
                                     * @default event
                                     * @enum {string}
                                     */
                                    of: "case" | "event";
                                }[];
                                /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                                personal?: string[];
                            };
                            /** @description XES classifier, or attribute keys joined with +; xes only */
                            classifier?: string;
                            /** @description Each object of this type is a case; ocel only */
                            objectType?: string;
                            /** @description Whole cases older than so many months are dropped */
                            keepMonths?: number;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listProcessModels: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description Id of a process */
                                process: string;
                                /** @description Where it was discovered in an event log: from what */
                                discovered?: {
                                    eventLog: string;
                                    /** @description Of the event log */
                                    version: string;
                                    noise: number;
                                    /**
                                     * @description Which of its cases, as the address of the flow page says it; empty: all
                                     * @default
                                     */
                                    filter: string;
                                };
                                /** @description The model itself: BPMN 2.0 or PNML as XML, or a process tree as text */
                                model: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getProcessModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description Id of a process */
                            process: string;
                            /** @description Where it was discovered in an event log: from what */
                            discovered?: {
                                eventLog: string;
                                /** @description Of the event log */
                                version: string;
                                noise: number;
                                /**
                                 * @description Which of its cases, as the address of the flow page says it; empty: all
                                 * @default
                                 */
                                filter: string;
                            };
                            /** @description The model itself: BPMN 2.0 or PNML as XML, or a process tree as text */
                            model: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description Id of a process */
                                process: string;
                                /** @description Where it was discovered in an event log: from what */
                                discovered?: {
                                    eventLog: string;
                                    /** @description Of the event log */
                                    version: string;
                                    noise: number;
                                    /**
                                     * @description Which of its cases, as the address of the flow page says it; empty: all
                                     * @default
                                     */
                                    filter: string;
                                };
                                /** @description The model itself: BPMN 2.0 or PNML as XML, or a process tree as text */
                                model: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putProcessModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        /** @description Id of a process */
                        process: string;
                        /** @description Where it was discovered in an event log: from what */
                        discovered?: {
                            eventLog: string;
                            /** @description Of the event log */
                            version: string;
                            noise: number;
                            /**
                             * @description Which of its cases, as the address of the flow page says it; empty: all
                             * @default
                             */
                            filter?: string;
                        };
                        /** @description The model itself: BPMN 2.0 or PNML as XML, or a process tree as text */
                        model: string;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description Id of a process */
                            process: string;
                            /** @description Where it was discovered in an event log: from what */
                            discovered?: {
                                eventLog: string;
                                /** @description Of the event log */
                                version: string;
                                noise: number;
                                /**
                                 * @description Which of its cases, as the address of the flow page says it; empty: all
                                 * @default
                                 */
                                filter: string;
                            };
                            /** @description The model itself: BPMN 2.0 or PNML as XML, or a process tree as text */
                            model: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireProcessModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateProcessModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description Id of a process */
                            process: string;
                            /** @description Where it was discovered in an event log: from what */
                            discovered?: {
                                eventLog: string;
                                /** @description Of the event log */
                                version: string;
                                noise: number;
                                /**
                                 * @description Which of its cases, as the address of the flow page says it; empty: all
                                 * @default
                                 */
                                filter: string;
                            };
                            /** @description The model itself: BPMN 2.0 or PNML as XML, or a process tree as text */
                            model: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listProcessRules: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description Why it is so */
                                description?: string;
                                /** @description The process whose cases keep it or break it; who owns the process owns the rule */
                                process: string;
                                rule: {
                                    /**
                                     * @description Each of the first is followed by the other
                                     * @enum {string}
                                     */
                                    kind: "follows";
                                    /** @description What must be followed */
                                    first: string;
                                    /** @description What must come after it in the same case */
                                    followedBy: string;
                                    /** @description As the very next event */
                                    directly?: boolean;
                                    /** @description Within so many hours, nights and weekends included */
                                    withinHours?: number;
                                    /** @description Within so many working hours of the process */
                                    withinWorkingHours?: number;
                                } | {
                                    /**
                                     * @description One comes only after the other was done at least once
                                     * @enum {string}
                                     */
                                    kind: "only-after";
                                    /** @description What must wait */
                                    activity: string;
                                    /** @description What must have been done before it */
                                    after: string;
                                } | {
                                    /**
                                     * @description No case has both
                                     * @enum {string}
                                     */
                                    kind: "never-both";
                                    /** @description One activity */
                                    a: string;
                                    /** @description The other activity */
                                    b: string;
                                } | {
                                    /**
                                     * @description Nobody does both in one case
                                     * @enum {string}
                                     */
                                    kind: "different-people";
                                    /** @description One activity */
                                    a: string;
                                    /** @description The other activity */
                                    b: string;
                                } | {
                                    /**
                                     * @description No case has it more often
                                     * @enum {string}
                                     */
                                    kind: "at-most";
                                    /** @description What is counted */
                                    activity: string;
                                    /** @description So many times in a case */
                                    times: number;
                                } | {
                                    /**
                                     * @description Each case begins with it
                                     * @enum {string}
                                     */
                                    kind: "starts-with";
                                    /** @description The first event */
                                    activity: string;
                                } | {
                                    /**
                                     * @description Each case ends with it
                                     * @enum {string}
                                     */
                                    kind: "ends-with";
                                    /** @description The last event */
                                    activity: string;
                                };
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getProcessRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description Why it is so */
                            description?: string;
                            /** @description The process whose cases keep it or break it; who owns the process owns the rule */
                            process: string;
                            rule: {
                                /**
                                 * @description Each of the first is followed by the other
                                 * @enum {string}
                                 */
                                kind: "follows";
                                /** @description What must be followed */
                                first: string;
                                /** @description What must come after it in the same case */
                                followedBy: string;
                                /** @description As the very next event */
                                directly?: boolean;
                                /** @description Within so many hours, nights and weekends included */
                                withinHours?: number;
                                /** @description Within so many working hours of the process */
                                withinWorkingHours?: number;
                            } | {
                                /**
                                 * @description One comes only after the other was done at least once
                                 * @enum {string}
                                 */
                                kind: "only-after";
                                /** @description What must wait */
                                activity: string;
                                /** @description What must have been done before it */
                                after: string;
                            } | {
                                /**
                                 * @description No case has both
                                 * @enum {string}
                                 */
                                kind: "never-both";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description Nobody does both in one case
                                 * @enum {string}
                                 */
                                kind: "different-people";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description No case has it more often
                                 * @enum {string}
                                 */
                                kind: "at-most";
                                /** @description What is counted */
                                activity: string;
                                /** @description So many times in a case */
                                times: number;
                            } | {
                                /**
                                 * @description Each case begins with it
                                 * @enum {string}
                                 */
                                kind: "starts-with";
                                /** @description The first event */
                                activity: string;
                            } | {
                                /**
                                 * @description Each case ends with it
                                 * @enum {string}
                                 */
                                kind: "ends-with";
                                /** @description The last event */
                                activity: string;
                            };
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                name: string;
                                /** @description Why it is so */
                                description?: string;
                                /** @description The process whose cases keep it or break it; who owns the process owns the rule */
                                process: string;
                                rule: {
                                    /**
                                     * @description Each of the first is followed by the other
                                     * @enum {string}
                                     */
                                    kind: "follows";
                                    /** @description What must be followed */
                                    first: string;
                                    /** @description What must come after it in the same case */
                                    followedBy: string;
                                    /** @description As the very next event */
                                    directly?: boolean;
                                    /** @description Within so many hours, nights and weekends included */
                                    withinHours?: number;
                                    /** @description Within so many working hours of the process */
                                    withinWorkingHours?: number;
                                } | {
                                    /**
                                     * @description One comes only after the other was done at least once
                                     * @enum {string}
                                     */
                                    kind: "only-after";
                                    /** @description What must wait */
                                    activity: string;
                                    /** @description What must have been done before it */
                                    after: string;
                                } | {
                                    /**
                                     * @description No case has both
                                     * @enum {string}
                                     */
                                    kind: "never-both";
                                    /** @description One activity */
                                    a: string;
                                    /** @description The other activity */
                                    b: string;
                                } | {
                                    /**
                                     * @description Nobody does both in one case
                                     * @enum {string}
                                     */
                                    kind: "different-people";
                                    /** @description One activity */
                                    a: string;
                                    /** @description The other activity */
                                    b: string;
                                } | {
                                    /**
                                     * @description No case has it more often
                                     * @enum {string}
                                     */
                                    kind: "at-most";
                                    /** @description What is counted */
                                    activity: string;
                                    /** @description So many times in a case */
                                    times: number;
                                } | {
                                    /**
                                     * @description Each case begins with it
                                     * @enum {string}
                                     */
                                    kind: "starts-with";
                                    /** @description The first event */
                                    activity: string;
                                } | {
                                    /**
                                     * @description Each case ends with it
                                     * @enum {string}
                                     */
                                    kind: "ends-with";
                                    /** @description The last event */
                                    activity: string;
                                };
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putProcessRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        name: string;
                        /** @description Why it is so */
                        description?: string;
                        /** @description The process whose cases keep it or break it; who owns the process owns the rule */
                        process: string;
                        rule: {
                            /**
                             * @description Each of the first is followed by the other
                             * @enum {string}
                             */
                            kind: "follows";
                            /** @description What must be followed */
                            first: string;
                            /** @description What must come after it in the same case */
                            followedBy: string;
                            /** @description As the very next event */
                            directly?: boolean;
                            /** @description Within so many hours, nights and weekends included */
                            withinHours?: number;
                            /** @description Within so many working hours of the process */
                            withinWorkingHours?: number;
                        } | {
                            /**
                             * @description One comes only after the other was done at least once
                             * @enum {string}
                             */
                            kind: "only-after";
                            /** @description What must wait */
                            activity: string;
                            /** @description What must have been done before it */
                            after: string;
                        } | {
                            /**
                             * @description No case has both
                             * @enum {string}
                             */
                            kind: "never-both";
                            /** @description One activity */
                            a: string;
                            /** @description The other activity */
                            b: string;
                        } | {
                            /**
                             * @description Nobody does both in one case
                             * @enum {string}
                             */
                            kind: "different-people";
                            /** @description One activity */
                            a: string;
                            /** @description The other activity */
                            b: string;
                        } | {
                            /**
                             * @description No case has it more often
                             * @enum {string}
                             */
                            kind: "at-most";
                            /** @description What is counted */
                            activity: string;
                            /** @description So many times in a case */
                            times: number;
                        } | {
                            /**
                             * @description Each case begins with it
                             * @enum {string}
                             */
                            kind: "starts-with";
                            /** @description The first event */
                            activity: string;
                        } | {
                            /**
                             * @description Each case ends with it
                             * @enum {string}
                             */
                            kind: "ends-with";
                            /** @description The last event */
                            activity: string;
                        };
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description Why it is so */
                            description?: string;
                            /** @description The process whose cases keep it or break it; who owns the process owns the rule */
                            process: string;
                            rule: {
                                /**
                                 * @description Each of the first is followed by the other
                                 * @enum {string}
                                 */
                                kind: "follows";
                                /** @description What must be followed */
                                first: string;
                                /** @description What must come after it in the same case */
                                followedBy: string;
                                /** @description As the very next event */
                                directly?: boolean;
                                /** @description Within so many hours, nights and weekends included */
                                withinHours?: number;
                                /** @description Within so many working hours of the process */
                                withinWorkingHours?: number;
                            } | {
                                /**
                                 * @description One comes only after the other was done at least once
                                 * @enum {string}
                                 */
                                kind: "only-after";
                                /** @description What must wait */
                                activity: string;
                                /** @description What must have been done before it */
                                after: string;
                            } | {
                                /**
                                 * @description No case has both
                                 * @enum {string}
                                 */
                                kind: "never-both";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description Nobody does both in one case
                                 * @enum {string}
                                 */
                                kind: "different-people";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description No case has it more often
                                 * @enum {string}
                                 */
                                kind: "at-most";
                                /** @description What is counted */
                                activity: string;
                                /** @description So many times in a case */
                                times: number;
                            } | {
                                /**
                                 * @description Each case begins with it
                                 * @enum {string}
                                 */
                                kind: "starts-with";
                                /** @description The first event */
                                activity: string;
                            } | {
                                /**
                                 * @description Each case ends with it
                                 * @enum {string}
                                 */
                                kind: "ends-with";
                                /** @description The last event */
                                activity: string;
                            };
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireProcessRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateProcessRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            name: string;
                            /** @description Why it is so */
                            description?: string;
                            /** @description The process whose cases keep it or break it; who owns the process owns the rule */
                            process: string;
                            rule: {
                                /**
                                 * @description Each of the first is followed by the other
                                 * @enum {string}
                                 */
                                kind: "follows";
                                /** @description What must be followed */
                                first: string;
                                /** @description What must come after it in the same case */
                                followedBy: string;
                                /** @description As the very next event */
                                directly?: boolean;
                                /** @description Within so many hours, nights and weekends included */
                                withinHours?: number;
                                /** @description Within so many working hours of the process */
                                withinWorkingHours?: number;
                            } | {
                                /**
                                 * @description One comes only after the other was done at least once
                                 * @enum {string}
                                 */
                                kind: "only-after";
                                /** @description What must wait */
                                activity: string;
                                /** @description What must have been done before it */
                                after: string;
                            } | {
                                /**
                                 * @description No case has both
                                 * @enum {string}
                                 */
                                kind: "never-both";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description Nobody does both in one case
                                 * @enum {string}
                                 */
                                kind: "different-people";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description No case has it more often
                                 * @enum {string}
                                 */
                                kind: "at-most";
                                /** @description What is counted */
                                activity: string;
                                /** @description So many times in a case */
                                times: number;
                            } | {
                                /**
                                 * @description Each case begins with it
                                 * @enum {string}
                                 */
                                kind: "starts-with";
                                /** @description The first event */
                                activity: string;
                            } | {
                                /**
                                 * @description Each case ends with it
                                 * @enum {string}
                                 */
                                kind: "ends-with";
                                /** @description The last event */
                                activity: string;
                            };
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                title: string;
                                /** @description Services that were down, separated by ; in a table */
                                services: string[];
                                /** @enum {string} */
                                kind: "unplanned" | "maintenance";
                                /** @description When maintenance was announced; announced beforehand it does not count against the level */
                                announcedAt?: string;
                                /** @description From when users felt it */
                                impactStart: string;
                                /** @description When we noticed */
                                detectedAt?: string;
                                /** @description Until when users felt it; absent: it goes on */
                                impactEnd?: string;
                                cause?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            title: string;
                            /** @description Services that were down, separated by ; in a table */
                            services: string[];
                            /** @enum {string} */
                            kind: "unplanned" | "maintenance";
                            /** @description When maintenance was announced; announced beforehand it does not count against the level */
                            announcedAt?: string;
                            /** @description From when users felt it */
                            impactStart: string;
                            /** @description When we noticed */
                            detectedAt?: string;
                            /** @description Until when users felt it; absent: it goes on */
                            impactEnd?: string;
                            cause?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                title: string;
                                /** @description Services that were down, separated by ; in a table */
                                services: string[];
                                /** @enum {string} */
                                kind: "unplanned" | "maintenance";
                                /** @description When maintenance was announced; announced beforehand it does not count against the level */
                                announcedAt?: string;
                                /** @description From when users felt it */
                                impactStart: string;
                                /** @description When we noticed */
                                detectedAt?: string;
                                /** @description Until when users felt it; absent: it goes on */
                                impactEnd?: string;
                                cause?: string;
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        title: string;
                        /** @description Services that were down, separated by ; in a table */
                        services: string[];
                        /** @enum {string} */
                        kind: "unplanned" | "maintenance";
                        /** @description When maintenance was announced; announced beforehand it does not count against the level */
                        announcedAt?: string;
                        /** @description From when users felt it */
                        impactStart: string;
                        /** @description When we noticed */
                        detectedAt?: string;
                        /** @description Until when users felt it; absent: it goes on */
                        impactEnd?: string;
                        cause?: string;
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            title: string;
                            /** @description Services that were down, separated by ; in a table */
                            services: string[];
                            /** @enum {string} */
                            kind: "unplanned" | "maintenance";
                            /** @description When maintenance was announced; announced beforehand it does not count against the level */
                            announcedAt?: string;
                            /** @description From when users felt it */
                            impactStart: string;
                            /** @description When we noticed */
                            detectedAt?: string;
                            /** @description Until when users felt it; absent: it goes on */
                            impactEnd?: string;
                            cause?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            title: string;
                            /** @description Services that were down, separated by ; in a table */
                            services: string[];
                            /** @enum {string} */
                            kind: "unplanned" | "maintenance";
                            /** @description When maintenance was announced; announced beforehand it does not count against the level */
                            announcedAt?: string;
                            /** @description From when users felt it */
                            impactStart: string;
                            /** @description When we noticed */
                            detectedAt?: string;
                            /** @description Until when users felt it; absent: it goes on */
                            impactEnd?: string;
                            cause?: string;
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listTerms: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Words in the id or the name */
                q?: string;
                /** @description true: those that were retired, as they last were */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description The word */
                                name: string;
                                meaning: string;
                                /**
                                 * @description Words that people use for it and that the sheet does not
                                 * @default []
                                 */
                                instead: string[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The word */
                            name: string;
                            meaning: string;
                            /**
                             * @description Words that people use for it and that the sheet does not
                             * @default []
                             */
                            instead: string[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                        history: {
                            /** @description The version that claims cite and a change names as `expected` */
                            version: string;
                            body: {
                                /** @description The word */
                                name: string;
                                meaning: string;
                                /**
                                 * @description Words that people use for it and that the sheet does not
                                 * @default []
                                 */
                                instead: string[];
                            };
                            /** @description Null: since ever */
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description When it was found wrong and corrected */
                            supersededAt: string | null;
                            recordedBy: {
                                kind: string;
                                id: string;
                            };
                            /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                            source: {
                                typedBy: {
                                    kind: string;
                                    id: string;
                                };
                            } | {
                                file: string;
                                sha256: string;
                            };
                        }[];
                        /** @description Records that refer to it */
                        neededBy: {
                            kind: string;
                            id: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    putTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        /** @description The word */
                        name: string;
                        meaning: string;
                        /**
                         * @description Words that people use for it and that the sheet does not
                         * @default []
                         */
                        instead?: string[];
                    };
                    /** @description The version that is changed; null: a new record */
                    expected: string | null;
                    /** @description Things changed from then on; absent: what was recorded was wrong */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The word */
                            name: string;
                            meaning: string;
                            /**
                             * @description Words that people use for it and that the sheet does not
                             * @default []
                             */
                            instead: string[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    retireTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    expected: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        retired: true;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    reinstateTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description The version that claims cite and a change names as `expected` */
                        version: string;
                        body: {
                            /** @description The word */
                            name: string;
                            meaning: string;
                            /**
                             * @description Words that people use for it and that the sheet does not
                             * @default []
                             */
                            instead: string[];
                        };
                        /** @description Null: since ever */
                        validFrom: string | null;
                        validTo: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        /** @description When it was found wrong and corrected */
                        supersededAt: string | null;
                        recordedBy: {
                            kind: string;
                            id: string;
                        };
                        /** @description Typed by whom, or the file and the SHA-256 of its bytes */
                        source: {
                            typedBy: {
                                kind: string;
                                id: string;
                            };
                        } | {
                            file: string;
                            sha256: string;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    planFolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files: {
                        path: string;
                        /** Format: byte */
                        base64: string;
                    }[];
                    /**
                     * @description Retire records that a folder once brought and this one leaves out
                     * @default false
                     */
                    prune?: boolean;
                    /**
                     * @description Which side wins where the app changed a record since it was applied
                     * @enum {string}
                     */
                    take?: "folder" | "app";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fingerprint: string;
                        /** @description The same for people */
                        text: string;
                        create: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                        }[];
                        update: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                            fields: {
                                path: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                        }[];
                        retire: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                        }[];
                        unchanged: number;
                        /** @description Left as the app has them */
                        kept: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                        }[];
                        conflicts: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                            retire: boolean;
                            fields: {
                                path: string;
                                base?: unknown;
                                folder?: unknown;
                                app?: unknown;
                            }[];
                        }[];
                        /** @description Event logs whose files the folder names */
                        eventLogs: {
                            id: string;
                            file: string;
                            /** @description Whether its record is new or changed */
                            changed: boolean;
                        }[];
                        /** @description For a person to confirm */
                        findings: {
                            kind: string;
                            id: string;
                            detail: string;
                            value: string | null;
                            wanted: string | null;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    applyFolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files: {
                        path: string;
                        /** Format: byte */
                        base64: string;
                    }[];
                    /**
                     * @description Retire records that a folder once brought and this one leaves out
                     * @default false
                     */
                    prune?: boolean;
                    /**
                     * @description Which side wins where the app changed a record since it was applied
                     * @enum {string}
                     */
                    take?: "folder" | "app";
                    /** @description `fingerprint` of the plan that was looked at */
                    expected?: string;
                    /**
                     * @description Event log id → upload with its events
                     * @default {}
                     */
                    uploads?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fingerprint: string;
                        /** @description The same for people */
                        text: string;
                        create: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                        }[];
                        update: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                            fields: {
                                path: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                        }[];
                        retire: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                        }[];
                        unchanged: number;
                        /** @description Left as the app has them */
                        kept: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                        }[];
                        conflicts: {
                            kind: string;
                            id: string;
                            at: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            } | null;
                            retire: boolean;
                            fields: {
                                path: string;
                                base?: unknown;
                                folder?: unknown;
                                app?: unknown;
                            }[];
                        }[];
                        /** @description Event logs whose files the folder names */
                        eventLogs: {
                            id: string;
                            file: string;
                            /** @description Whether its record is new or changed */
                            changed: boolean;
                        }[];
                        /** @description For a person to confirm */
                        findings: {
                            kind: string;
                            id: string;
                            detail: string;
                            value: string | null;
                            wanted: string | null;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    exportFolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        files: {
                            path: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        bytes: number;
                        sha256: string;
                        /** @enum {string} */
                        format: "csv" | "xes" | "ocel" | "parquet";
                        columns: {
                            name: string;
                            type: string;
                            examples: string[];
                        }[];
                        /** @description Null for XES and OCEL, which need none */
                        guess: {
                            /** @description Column of the case id */
                            case: string;
                            /** @description Column of the activity; several are joined with “+” */
                            activity: string | string[];
                            /** @description Column of the time (of completion, where there is a start) */
                            time: string;
                            /** @description Column of the start: each row is then a whole activity instance */
                            start?: string;
                            lifecycle?: string;
                            resource?: string;
                            /** @description Column of the activity instance id */
                            instance?: string;
                            /** @description Column that identifies an event across files */
                            eventId?: string;
                            /** @description As strftime: %d/%m/%Y %H:%M */
                            timeFormat?: string;
                            /** @description IANA zone of times that carry none */
                            zone?: string;
                            delimiter?: string;
                            /** @description Character encoding, where it is not UTF-8: windows-1252 */
                            encoding?: string;
                            /** @description Text that means missing, as “?” */
                            nullText?: string;
                            /** @description Absent: every other column, its type guessed */
                            attributes?: {
                                column: string;
                                name?: string;
                                /** @enum {string} */
                                type: "text" | "number" | "integer" | "boolean" | "time";
                                /**
                                 * @default event
                                 * @enum {string}
                                 */
                                of: "case" | "event";
                            }[];
                            /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                            personal?: string[];
                        } | null;
                        /** @description Of an OCEL log: each may be the case */
                        objectTypes?: {
                            name: string;
                            objects: number;
                            /** @description Objects that some event concerns */
                            cases: number;
                            /** @description Of these cases; an event stands in each of its cases */
                            events: number;
                        }[];
                        /** @description Of an OCEL log: what was left out, changed or is to be known, with counts */
                        findings?: {
                            code: string;
                            /** @enum {string} */
                            outcome: "left out" | "changed" | "noted";
                            what: string;
                            count: number;
                            example: string | null;
                            /** @description A line, or a table */
                            place: string | null;
                        }[];
                        /** @description What a person should check in the guess, a sentence each */
                        doubts: string[];
                        sample: {
                            [key: string]: string | null;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    upload: string;
                    /** @description Id of the event log: an existing one, or a new one */
                    eventLog: string;
                    /** @description Of a new event log */
                    name?: string;
                    /** @description The process that a new event log records */
                    process?: string;
                    /** @description IANA zone of times that carry none; absent: the event log’s, or its process’s */
                    zone?: string;
                    /** @description As confirmed; csv and parquet only */
                    mapping?: {
                        /** @description Column of the case id */
                        case: string;
                        /** @description Column of the activity; several are joined with “+” */
                        activity: string | string[];
                        /** @description Column of the time (of completion, where there is a start) */
                        time: string;
                        /** @description Column of the start: each row is then a whole activity instance */
                        start?: string;
                        lifecycle?: string;
                        resource?: string;
                        /** @description Column of the activity instance id */
                        instance?: string;
                        /** @description Column that identifies an event across files */
                        eventId?: string;
                        /** @description As strftime: %d/%m/%Y %H:%M */
                        timeFormat?: string;
                        delimiter?: string;
                        /** @description Character encoding, where it is not UTF-8: windows-1252 */
                        encoding?: string;
                        /** @description Text that means missing, as “?” */
                        nullText?: string;
                        /** @description Absent: every other column, its type guessed */
                        attributes?: {
                            column: string;
                            name?: string;
                            /** @enum {string} */
                            type: "text" | "number" | "integer" | "boolean" | "time";
                            /**
                             * @default event
                             * @enum {string}
                             */
                            of?: "case" | "event";
                        }[];
                        /** @description Columns pseudonymised at import; the resource is always one unless `personal` is given */
                        personal?: string[];
                    };
                    classifier?: string;
                    /** @description Each object of this type is a case; ocel only */
                    objectType?: string;
                    /**
                     * @description To be stated where the event log has data already
                     * @enum {string}
                     */
                    mode?: "replace" | "append";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        eventLog: string;
                        /** @enum {string} */
                        mode: "replace" | "append";
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "cancelled" | "failed";
                        progress: {
                            bytesRead: number;
                            bytes: number;
                            /** @description Of the step, where it is known */
                            share: number | null;
                            step: string;
                        };
                        version: string | null;
                        report: {
                            events: number;
                            cases: number;
                            rejected: number;
                            /** @description Events that were there already */
                            duplicates: number;
                            /** @description Added to a log: new events from before the newest that it had */
                            late: number;
                            /** @description Added to a log: cases that are new */
                            newCases: number;
                            /** @description Added to a log: cases that it had which go on */
                            casesJoined: number;
                            gaps: number;
                            ambiguous: number;
                            unpaired: number;
                            unchanged: boolean;
                            /** @description Of an object-centric file */
                            ocel: {
                                events: number;
                                objects: number;
                                /** @description Of events to objects */
                                relations: number;
                                /** @description Between objects */
                                objectRelations: number;
                                /** @description Values that objects took after their initial state */
                                objectChanges: number;
                                eventTypes: {
                                    [key: string]: number;
                                };
                                objectTypes: {
                                    [key: string]: number;
                                };
                                findings: {
                                    code: string;
                                    /** @enum {string} */
                                    outcome: "left out" | "changed" | "noted";
                                    what: string;
                                    count: number;
                                    example: string | null;
                                    /** @description A line, or a table */
                                    place: string | null;
                                }[];
                                flat: {
                                    objectType: string;
                                    cases: number;
                                    /** @description Different events in the cases */
                                    events: number;
                                    /** @description How often they stand there */
                                    rows: number;
                                    /** @description Events of several cases */
                                    shared: number;
                                    mostCases: number;
                                    eventsOutside: number;
                                    objectsWithoutEvents: number;
                                };
                            } | null;
                        } | null;
                        problem: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    flattenObjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the event log: an existing one, or a new one */
                    eventLog: string;
                    /** @description Of a new event log */
                    name?: string;
                    /** @description The process that a new event log records */
                    process?: string;
                    /**
                     * @description To be stated where the event log has data already
                     * @enum {string}
                     */
                    mode?: "replace" | "append";
                    /** @description Each object of this type is a case */
                    objectType: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        eventLog: string;
                        /** @enum {string} */
                        mode: "replace" | "append";
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "cancelled" | "failed";
                        progress: {
                            bytesRead: number;
                            bytes: number;
                            /** @description Of the step, where it is known */
                            share: number | null;
                            step: string;
                        };
                        version: string | null;
                        report: {
                            events: number;
                            cases: number;
                            rejected: number;
                            /** @description Events that were there already */
                            duplicates: number;
                            /** @description Added to a log: new events from before the newest that it had */
                            late: number;
                            /** @description Added to a log: cases that are new */
                            newCases: number;
                            /** @description Added to a log: cases that it had which go on */
                            casesJoined: number;
                            gaps: number;
                            ambiguous: number;
                            unpaired: number;
                            unchanged: boolean;
                            /** @description Of an object-centric file */
                            ocel: {
                                events: number;
                                objects: number;
                                /** @description Of events to objects */
                                relations: number;
                                /** @description Between objects */
                                objectRelations: number;
                                /** @description Values that objects took after their initial state */
                                objectChanges: number;
                                eventTypes: {
                                    [key: string]: number;
                                };
                                objectTypes: {
                                    [key: string]: number;
                                };
                                findings: {
                                    code: string;
                                    /** @enum {string} */
                                    outcome: "left out" | "changed" | "noted";
                                    what: string;
                                    count: number;
                                    example: string | null;
                                    /** @description A line, or a table */
                                    place: string | null;
                                }[];
                                flat: {
                                    objectType: string;
                                    cases: number;
                                    /** @description Different events in the cases */
                                    events: number;
                                    /** @description How often they stand there */
                                    rows: number;
                                    /** @description Events of several cases */
                                    shared: number;
                                    mostCases: number;
                                    eventsOutside: number;
                                    objectsWithoutEvents: number;
                                };
                            } | null;
                        } | null;
                        problem: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        eventLog: string;
                        /** @enum {string} */
                        mode: "replace" | "append";
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "cancelled" | "failed";
                        progress: {
                            bytesRead: number;
                            bytes: number;
                            /** @description Of the step, where it is known */
                            share: number | null;
                            step: string;
                        };
                        version: string | null;
                        report: {
                            events: number;
                            cases: number;
                            rejected: number;
                            /** @description Events that were there already */
                            duplicates: number;
                            /** @description Added to a log: new events from before the newest that it had */
                            late: number;
                            /** @description Added to a log: cases that are new */
                            newCases: number;
                            /** @description Added to a log: cases that it had which go on */
                            casesJoined: number;
                            gaps: number;
                            ambiguous: number;
                            unpaired: number;
                            unchanged: boolean;
                            /** @description Of an object-centric file */
                            ocel: {
                                events: number;
                                objects: number;
                                /** @description Of events to objects */
                                relations: number;
                                /** @description Between objects */
                                objectRelations: number;
                                /** @description Values that objects took after their initial state */
                                objectChanges: number;
                                eventTypes: {
                                    [key: string]: number;
                                };
                                objectTypes: {
                                    [key: string]: number;
                                };
                                findings: {
                                    code: string;
                                    /** @enum {string} */
                                    outcome: "left out" | "changed" | "noted";
                                    what: string;
                                    count: number;
                                    example: string | null;
                                    /** @description A line, or a table */
                                    place: string | null;
                                }[];
                                flat: {
                                    objectType: string;
                                    cases: number;
                                    /** @description Different events in the cases */
                                    events: number;
                                    /** @description How often they stand there */
                                    rows: number;
                                    /** @description Events of several cases */
                                    shared: number;
                                    mostCases: number;
                                    eventsOutside: number;
                                    objectsWithoutEvents: number;
                                };
                            } | null;
                        } | null;
                        problem: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        eventLog: string;
                        /** @enum {string} */
                        mode: "replace" | "append";
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "cancelled" | "failed";
                        progress: {
                            bytesRead: number;
                            bytes: number;
                            /** @description Of the step, where it is known */
                            share: number | null;
                            step: string;
                        };
                        version: string | null;
                        report: {
                            events: number;
                            cases: number;
                            rejected: number;
                            /** @description Events that were there already */
                            duplicates: number;
                            /** @description Added to a log: new events from before the newest that it had */
                            late: number;
                            /** @description Added to a log: cases that are new */
                            newCases: number;
                            /** @description Added to a log: cases that it had which go on */
                            casesJoined: number;
                            gaps: number;
                            ambiguous: number;
                            unpaired: number;
                            unchanged: boolean;
                            /** @description Of an object-centric file */
                            ocel: {
                                events: number;
                                objects: number;
                                /** @description Of events to objects */
                                relations: number;
                                /** @description Between objects */
                                objectRelations: number;
                                /** @description Values that objects took after their initial state */
                                objectChanges: number;
                                eventTypes: {
                                    [key: string]: number;
                                };
                                objectTypes: {
                                    [key: string]: number;
                                };
                                findings: {
                                    code: string;
                                    /** @enum {string} */
                                    outcome: "left out" | "changed" | "noted";
                                    what: string;
                                    count: number;
                                    example: string | null;
                                    /** @description A line, or a table */
                                    place: string | null;
                                }[];
                                flat: {
                                    objectType: string;
                                    cases: number;
                                    /** @description Different events in the cases */
                                    events: number;
                                    /** @description How often they stand there */
                                    rows: number;
                                    /** @description Events of several cases */
                                    shared: number;
                                    mostCases: number;
                                    eventsOutside: number;
                                    objectsWithoutEvents: number;
                                };
                            } | null;
                        } | null;
                        problem: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listRejected: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            row: number | null;
                            line: number | null;
                            reason: string;
                            value: string | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadRejected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listEventLogs: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description Id of the process it records */
                            process: string | null;
                            /** @description Null before the first import */
                            version: string | null;
                            events: number;
                            cases: number;
                            firstEvent: string | null;
                            lastEvent: string | null;
                            importedAt: string | null;
                            file: string | null;
                            /** @description Of the file that was imported */
                            sha256: string | null;
                            rejected: number;
                            /** @description Of an object-centric log; null where there are only cases */
                            objects: {
                                /** @description The object type whose objects are the cases */
                                flattenedBy: string;
                                types: {
                                    name: string;
                                    objects: number;
                                }[];
                            } | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getEventLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description Id of the process it records */
                        process: string | null;
                        /** @description Null before the first import */
                        version: string | null;
                        events: number;
                        cases: number;
                        firstEvent: string | null;
                        lastEvent: string | null;
                        importedAt: string | null;
                        file: string | null;
                        /** @description Of the file that was imported */
                        sha256: string | null;
                        rejected: number;
                        /** @description Of an object-centric log; null where there are only cases */
                        objects: {
                            /** @description The object type whose objects are the cases */
                            flattenedBy: string;
                            types: {
                                name: string;
                                objects: number;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    pushEvents: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the batch: the same key and body again answer the same and have no second effect; the same key with another body is refused */
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "case": "order 4711",
                 *           "activity": "Ship",
                 *           "time": "2026-03-02T09:15:00+01:00",
                 *           "resource": "p.miller",
                 *           "attributes": {
                 *             "cost": 12.5,
                 *             "region": "north"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    events: {
                        /** @description Id of the case */
                        case: string;
                        activity: string;
                        /**
                         * Format: date-time
                         * @description When it was done, with its offset
                         */
                        time: string;
                        /** @description Who or what did it; kept under a pseudonym where the log’s resources are */
                        resource?: string;
                        /** @description start, complete and the like */
                        lifecycle?: string;
                        /** @description Identifies the event across batches and files; without one, all its values do */
                        id?: string;
                        /** @description Of the event, or of its case where the log has it so; an empty text and null are missing values */
                        attributes?: {
                            [key: string]: string | number | boolean | null;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventLog: string;
                        key: string;
                        events: number;
                        /** Format: date-time */
                        acceptedAt: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listEventBatches: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description waiting: stored, not in the log yet; folded: in the log; failed: not in the log, `problem` says why */
                state?: "waiting" | "folded" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            eventLog: string;
                            key: string;
                            events: number;
                            /** Format: date-time */
                            acceptedAt: string;
                            /**
                             * @description waiting: stored, not in the log yet; folded: in the log; failed: not in the log, `problem` says why
                             * @enum {string}
                             */
                            state: "waiting" | "folded" | "failed";
                            /** @description The dataset version that has it first */
                            version: string | null;
                            foldedAt: string | null;
                            /** @description Counted over all batches that were folded with it */
                            fold: {
                                batches: number;
                                /** @description New in the log */
                                events: number;
                                duplicates: number;
                                late: number;
                                newCases: number;
                                casesJoined: number;
                            } | null;
                            problem: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getEventBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventLog: string;
                        key: string;
                        events: number;
                        /** Format: date-time */
                        acceptedAt: string;
                        /**
                         * @description waiting: stored, not in the log yet; folded: in the log; failed: not in the log, `problem` says why
                         * @enum {string}
                         */
                        state: "waiting" | "folded" | "failed";
                        /** @description The dataset version that has it first */
                        version: string | null;
                        foldedAt: string | null;
                        /** @description Counted over all batches that were folded with it */
                        fold: {
                            batches: number;
                            /** @description New in the log */
                            events: number;
                            duplicates: number;
                            late: number;
                            newCases: number;
                            casesJoined: number;
                        } | null;
                        problem: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "event-log" | "incidents" | "folder";
                            id: string;
                            name: string;
                            records: number;
                            /** @description The newest event or record */
                            newest: string | null;
                            importedAt: string | null;
                            /** @description Of the newest, at the time that figures are shown as of */
                            ageSeconds: number | null;
                            file: string | null;
                            version: string | null;
                            rejected: number;
                            /** @description Batches that came over the API and are not in the log: those that wait, those that failed, and why the last one did; null where all are */
                            batches: {
                                waiting: number;
                                failed: number;
                                why: string | null;
                            } | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogSummary: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: number;
                        cases: number;
                        activities: number;
                        variants: number;
                        start: {
                            [key: string]: number;
                        };
                        end: {
                            [key: string]: number;
                        };
                        firstEvent: string | null;
                        lastEvent: string | null;
                        rejected: {
                            count: number;
                            examples: {
                                row: number | null;
                                line: number | null;
                                reason: string;
                                value: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogMap: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        edges: {
                            from: string;
                            to: string;
                            count: number;
                            cases?: number;
                            mean: number;
                            median: number;
                            p90?: number;
                            p95?: number;
                            min: number;
                            max: number;
                            sum?: number;
                        }[];
                        activities: {
                            name: string;
                            count: number;
                            cases?: number;
                        }[];
                        start?: {
                            [key: string]: number;
                        };
                        end?: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogVariants: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Its number in the version, to filter by */
                        variant?: number;
                        count: number;
                        activities: string[];
                    }[];
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            variant: number;
                            /** Format: date-time */
                            first: string;
                            /** Format: date-time */
                            last: string;
                            events: number;
                            seconds: number;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getCaseEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activity: string;
                            /** Format: date-time */
                            time: string;
                            lifecycle: string | null;
                            resource: string | null;
                            attributes: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activities: string[];
                        attributes: {
                            name: string;
                            /** @description Its values are persons: cases cannot be chosen by it */
                            personal: boolean;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listAttributeValues: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadCases: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadMap: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadActivities: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadVariants: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadCaseEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getObjectMap: {
        parameters: {
            query?: {
                /** @description Objects of this type; repeated, of one of these; absent, of every type */
                type?: string | string[];
                /** @description Objects whose first event lies at or after this instant */
                from?: string;
                /** @description Objects whose first event lies before this instant */
                to?: string;
                /** @description Objects whose last event does not lie before this instant */
                activeFrom?: string;
                /** @description Objects whose first event lies before this instant */
                activeTo?: string;
                /** @description Objects whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Objects whose last event lies before this instant */
                completedTo?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The object type whose objects are the cases of the event log */
                        flattenedBy: string;
                        /** @description Every object type of the log */
                        types: {
                            name: string;
                            objects: number;
                        }[];
                        /** @description The types in view */
                        objectTypes: {
                            name: string;
                            objects: number;
                            /** @description Objects in view */
                            withEvents: number;
                            start: {
                                [key: string]: number;
                            };
                            end: {
                                [key: string]: number;
                            };
                        }[];
                        activities: {
                            name: string;
                            events: number;
                            objectTypes: {
                                [key: string]: {
                                    events: number;
                                    objects: number;
                                    relations: number;
                                    /** @description Events that concern several of the type */
                                    sharedEvents: number;
                                };
                            };
                        }[];
                        edges: {
                            objectType: string;
                            from: string;
                            to: string;
                            /** @description Once for each object */
                            count: number;
                            eventPairs: number;
                            objects: number;
                            mean: number;
                            median: number;
                            min: number;
                            max: number;
                        }[];
                        links: {
                            objectType: string;
                            other: string;
                            /** @description Objects of the type that share an event with one of the other */
                            objects: number;
                            several: number;
                            /** @description Different objects of the other type that one of them meets */
                            mean: number;
                            most: number;
                        }[];
                        repeats: {
                            objectType: string;
                            activity: string;
                            other: string;
                            /** @description Objects in whose life the activity comes several times, for different objects of the other type */
                            objects: number;
                            of: number;
                            mean: number;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadObjectMap: {
        parameters: {
            query?: {
                /** @description Objects of this type; repeated, of one of these; absent, of every type */
                type?: string | string[];
                /** @description Objects whose first event lies at or after this instant */
                from?: string;
                /** @description Objects whose first event lies before this instant */
                to?: string;
                /** @description Objects whose last event does not lie before this instant */
                activeFrom?: string;
                /** @description Objects whose first event lies before this instant */
                activeTo?: string;
                /** @description Objects whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Objects whose last event lies before this instant */
                completedTo?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadObjectActivities: {
        parameters: {
            query?: {
                /** @description Objects of this type; repeated, of one of these; absent, of every type */
                type?: string | string[];
                /** @description Objects whose first event lies at or after this instant */
                from?: string;
                /** @description Objects whose first event lies before this instant */
                to?: string;
                /** @description Objects whose last event does not lie before this instant */
                activeFrom?: string;
                /** @description Objects whose first event lies before this instant */
                activeTo?: string;
                /** @description Objects whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Objects whose last event lies before this instant */
                completedTo?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadXes: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogDifferences: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description What slow cases took longer than: the median elapsed time, the median working time, or the target of the process */
                split?: "median" | "working" | "target";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        split: {
                            /** @enum {string} */
                            by: "median" | "working" | "target";
                            /**
                             * @description Which time is meant: all of it, or the working hours of the process only
                             * @enum {string}
                             */
                            time: "elapsed" | "working";
                            /** @description Slow cases took longer */
                            seconds: number;
                            slow: number;
                            fast: number;
                            /** @description Cases in view that are not complete yet, left out */
                            open: number;
                        };
                        /** @description What cases of this log can be split by */
                        choices: ("median" | "working" | "target")[];
                        /** @description How many things were looked at */
                        tested: number;
                        /** @description Of all that is told, so large a share is expected to be chance at most (Benjamini & Hochberg) */
                        falseDiscoveryRate: number;
                        /** @description What fewer cases have, or do not have, is not looked at */
                        leastCases: number;
                        /** @description The largest effect first */
                        differences: {
                            /** @enum {string} */
                            kind: "case attribute" | "attribute of the first event" | "activity" | "activity done again" | "variant" | "weekday of the first event" | "hour of the first event";
                            name: string | null;
                            /** @description Null of a number */
                            value: string | null;
                            /** @description Cliff’s delta, −1 to 1: how much more often slow cases have the value than fast ones, or the larger number */
                            effect: {
                                estimate: number;
                                lo: number;
                                hi: number;
                                level: number;
                            };
                            p: number;
                            q: number;
                            /** @description Cases in which it is known */
                            cases: number;
                            /** @description Slow cases among those with the value and those without; null of a number */
                            share: {
                                with: {
                                    cases: number;
                                    slow: number;
                                };
                                without: {
                                    cases: number;
                                    slow: number;
                                };
                                difference: number;
                                lo: number;
                                hi: number;
                            } | null;
                            /** @description Of a number; null of a value */
                            median: {
                                slow: number;
                                fast: number;
                            } | null;
                            /** @description The filter that lets the cases with the value pass */
                            filter: {
                                attribute?: string[];
                                activity?: string[];
                                eventually?: string[];
                                variant?: number[];
                            } | null;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadLogDifferences: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description What slow cases took longer than: the median elapsed time, the median working time, or the target of the process */
                split?: "median" | "working" | "target";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogPerformance: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        process: {
                            id: string;
                            name: string;
                            case: string;
                        } | null;
                        /** @description Null where none are agreed: then there is no working time */
                        workingHours: {
                            calendar: {
                                id: string;
                                name: string;
                            } | null;
                            /** @description The week is the process’s own */
                            own: boolean;
                            zone: string;
                            week: string;
                            /** @description Days that differ from the week, the first and the last of them */
                            holidays: {
                                days: number;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                        } | null;
                        delayCostAnHour: {
                            low: {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                            high: {
                                /** @description Minor units */
                                amount: number;
                                currency: string;
                            };
                        } | null;
                        steps: {
                            cases: number;
                            count: number;
                            withoutStart: number;
                            withoutCompletion: number;
                            from: string | null;
                            to: string | null;
                        };
                        waiting: {
                            elapsed: number;
                            working: number | null;
                            /** @description Waiting × what an hour of delay costs; null where no such cost is agreed */
                            cost: {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                /** @enum {boolean} */
                                cashable: false;
                            } | null;
                        };
                        /** @description Those with the most waiting first */
                        activities: {
                            activity: string;
                            instances: number;
                            cases: number;
                            /** @description Their wait runs to the completion and holds the work itself */
                            withoutStart: number;
                            withoutCompletion: number;
                            wait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            /** @description In working time; null without working hours */
                            workingWait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            touch: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            workingTouch: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            /** @description Of all waiting in the hours that count: working hours where there are any */
                            share: number;
                            /** @description Waiting × what an hour of delay costs; null where no such cost is agreed */
                            cost: {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                /** @enum {boolean} */
                                cashable: false;
                            } | null;
                        }[];
                        /** @description Pairs of steps, those with the most waiting first, 500 at most */
                        edges: {
                            from: string;
                            to: string;
                            instances: number;
                            cases: number;
                            withoutStart: number;
                            wait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            };
                            workingWait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            /** @description Of all waiting in the hours that count: working hours where there are any */
                            share: number;
                            /** @description Waiting × what an hour of delay costs; null where no such cost is agreed */
                            cost: {
                                low: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                high: {
                                    /** @description Minor units */
                                    amount: number;
                                    currency: string;
                                };
                                /** @enum {boolean} */
                                cashable: false;
                            } | null;
                        }[];
                        /** @description How many pairs there are */
                        pairs: number;
                        rework: {
                            activity: string;
                            cases: number;
                            casesAgain: number;
                            repeats: number;
                            atOnce: number;
                            wait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            /** @description In working time; null without working hours */
                            workingWait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            touch: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                        }[];
                        /** @description Null where fewer than five people did the steps */
                        handOvers: {
                            known: number;
                            unknown: number;
                            changed: number;
                            waitChanged: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            waitSame: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            workingWaitChanged: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            workingWaitSame: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                        } | null;
                        /** @description Between resources, the 50 with the most waiting; null where resources are persons */
                        resources: {
                            from: string;
                            to: string;
                            handOvers: number;
                            cases: number;
                            wait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            };
                            workingWait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                        }[] | null;
                        /** @description Null where the process names no function of its activities */
                        functions: {
                            of: {
                                activity: string;
                                function: string;
                            }[];
                            handOvers: {
                                from: string;
                                to: string;
                                handOvers: number;
                                cases: number;
                                wait: {
                                    /** @enum {string} */
                                    unit: "s";
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                };
                                workingWait: {
                                    /** @enum {string} */
                                    unit: "s";
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                            }[];
                            /** @description Steps whose activity the process does not list */
                            unmapped: number;
                        } | null;
                        batches: {
                            rules: {
                                gapSeconds: number;
                                leastCases: number;
                            };
                            activities: {
                                activity: string;
                                instances: number;
                                batched: number;
                                batches: number;
                                meanSize: number;
                                waitBatched: {
                                    /** @enum {string} */
                                    unit: "s";
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                                waitAlone: {
                                    /** @enum {string} */
                                    unit: "s";
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                                extraWait: number | null;
                            }[];
                            withheld: number;
                        };
                        load: {
                            zone: string;
                            /** @description Hours in which fewer than five people did something: in no figure */
                            withheld: number;
                            withoutStart: number;
                            hours: {
                                /** @description 0 Monday 00:00 to 167 Sunday 23:00 */
                                hourOfWeek: number;
                                busySeconds: number;
                                begun: number;
                                completed: number;
                                resources: number;
                            }[];
                        };
                        /** @description Steps that began once their case was complete: in no other figure */
                        later: {
                            activity: string;
                            instances: number;
                            cases: number;
                            /** @description Their wait runs to the completion and holds the work itself */
                            withoutStart: number;
                            withoutCompletion: number;
                            wait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            /** @description In working time; null without working hours */
                            workingWait: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            touch: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            workingTouch: {
                                /** @enum {string} */
                                unit: "s";
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getCasesOverTime: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                by?: "day" | "week";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        zone: string;
                        /** @enum {string} */
                        by: "day" | "week";
                        periods: {
                            id: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            started: number;
                            /** @description Cases with their last event in it */
                            ended: number;
                            active: number;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadCasesOverTime: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                by?: "day" | "week";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getLogDots: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description So many events at most, of whole cases */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activities: string[];
                        cases: {
                            id: string;
                            first: string;
                            seconds: number;
                        }[];
                        case: number[];
                        activity: number[];
                        /** @description After the first event of the case */
                        seconds: number[];
                        sampledFrom: {
                            cases: number;
                            events: number;
                        };
                        cut: boolean;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadBottlenecks: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadActivityTimes: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadRework: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadHandOvers: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadBatching: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadLoad: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    compareLog: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description Two to four variants by their numbers; repeated */
                compare?: number | number[];
                /** @description all: the cases in view against all cases of the log */
                against?: "all";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "variants" | "filters";
                        sides: {
                            /** @description Null of a filter: the cases in view, then all */
                            variant: number | null;
                            cases: number;
                            /** @description Not complete yet; times are of the others */
                            open: number;
                            /** @description Seconds from the first event to completion */
                            elapsed: {
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                            /** @description The same in working hours; null without a calendar */
                            working: {
                                n: number;
                                mean: number;
                                median: number;
                                p90: number;
                                total: number;
                            } | null;
                        }[];
                        /** @description Of variants each step of their aligned chains in order; of filters each activity, the largest difference of waiting first */
                        steps: {
                            activity: string;
                            /** @description Null in a side that has not this step */
                            sides: ({
                                cases: number;
                                timesACase: number;
                                wait: {
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                                workingWait: {
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                                touch: {
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                                workingTouch: {
                                    n: number;
                                    mean: number;
                                    median: number;
                                    p90: number;
                                    total: number;
                                } | null;
                            } | null)[];
                        }[];
                        /** @description Where variants go different ways; null at the beginning and the end */
                        partings: {
                            after: string | null;
                            before: string | null;
                            ways: string[][];
                        }[];
                        /** @description A chain was too long and only its first steps are compared */
                        cut: boolean;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadLogComparison: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description Two to four variants by their numbers; repeated */
                compare?: number | number[];
                /** @description all: the cases in view against all cases of the log */
                against?: "all";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getProcessMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        process: string;
                        zone: string;
                        series: {
                            measure: string;
                            name: string;
                            unit: string;
                            points: {
                                /** Format: date */
                                start: string;
                                value: number | null;
                                lo: number | null;
                                hi: number | null;
                                n: number;
                                /** @description True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons */
                                settling?: boolean;
                            }[];
                        }[];
                        claims: {
                            /** @description SHA-256 of key, input versions, method, parameters and seed */
                            id: string;
                            /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                            key: string;
                            measure: string;
                            subject: {
                                kind: string;
                                id: string;
                                name: string;
                            };
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                zone: string;
                            };
                            /** @description What is counted or timed, in words: “median cycle time” */
                            quantity: string;
                            unit: string;
                            /** @description Null where the evidence gives no figure; `why` says why */
                            estimate: number | null;
                            lo: number | null;
                            hi: number | null;
                            /** @description Of the interval, 0 to 1 */
                            level: number | null;
                            /** @description Cases or incidents behind it */
                            n: number;
                            comparator: {
                                /** @description As a sentence says it: “in the 12 weeks before” */
                                name: string;
                                estimate: number | null;
                                difference: number | null;
                                lo: number | null;
                                hi: number | null;
                                level: number | null;
                            } | null;
                            why: string | null;
                            /** @description What the figure means, one plain sentence */
                            meaning: string;
                            /** @description How it was worked out, step by step, with the numbers used */
                            working: string[];
                            method: string;
                            methodVersion: number;
                            parameters: {
                                [key: string]: unknown;
                            };
                            seed: number | null;
                            sources: {
                                /** @enum {string} */
                                kind: "event-log" | "record" | "observation";
                                /** @description Event log or record id, as `service/erp` */
                                id: string;
                                /** @description Dataset version or record version id */
                                version: string;
                                name: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** @description The newest row in it */
                                evidenceUpTo: string | null;
                            }[];
                            /** Format: date-time */
                            computedAt: string;
                            /** Format: date-time */
                            asOf: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inputs: {
                            /** @description Version of the event log */
                            dataset: string;
                            process: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            calendar: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            rules: {
                                zone: string;
                                ends: string[];
                                closedAfterSeconds: number | null;
                                holidays: string[];
                            };
                        };
                        /**
                         * Format: date-time
                         * @description Where the simulated weeks begin: after the week of the last event
                         */
                        from: string;
                        activities: string[];
                        /** @description That activities of the log cannot do without */
                        services: {
                            id: string;
                            name: string;
                            /** @description Those that it stops */
                            activities: string[];
                        }[];
                        /** @description The newest run whose check holds for the log and the records as they are now */
                        check: {
                            /** Format: uuid */
                            id: string;
                            eventLog: string;
                            /**
                             * @description interrupted: the server stopped while it was under way
                             * @enum {string}
                             */
                            state: "waiting" | "running" | "done" | "cancelled" | "failed" | "interrupted";
                            progress: {
                                /** @enum {string} */
                                step: "waiting" | "calibrating" | "checking" | "simulating" | "over";
                                percent: number;
                            };
                            /** @description The changes in words; none: only the check was made */
                            says: string[];
                            weeks: number;
                            replications: number;
                            seed: number;
                            verdict: ("good" | "fair" | "poor" | "none") | null;
                            dataset: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: {
                                kind: string;
                                name: string | null;
                            };
                            finishedAt: string | null;
                            changes: ({
                                /** @enum {string} */
                                kind: "skip";
                                /** @description As the event log calls it */
                                activity: string;
                                /** @description Of the times that it would be done */
                                share: number;
                            } | {
                                /** @enum {string} */
                                kind: "people";
                                /** @description As the event log calls it */
                                activity: string;
                                /** @description The part of the work that is meant, where it is divided */
                                of?: string;
                                /** @description So many more; negative: fewer */
                                by: number;
                            } | {
                                /** @enum {string} */
                                kind: "touch";
                                /** @description As the event log calls it */
                                activity: string;
                                /** @description Of the hands-on time as it is */
                                factor: number;
                            } | {
                                /** @enum {string} */
                                kind: "arrivals";
                                /** @description Of the cases as they come */
                                factor: number;
                            } | {
                                /** @enum {string} */
                                kind: "stop";
                                /** @description As the event log calls it */
                                activity: string;
                                /** Format: date-time */
                                at: string;
                                hours: number;
                            } | {
                                /** @enum {string} */
                                kind: "stop-service";
                                service: string;
                                /** Format: date-time */
                                at: string;
                                hours: number;
                            })[];
                            inputs: {
                                /** @description Version of the event log */
                                dataset: string;
                                process: {
                                    id: string;
                                    /** @description Id of the version of the record */
                                    version: string;
                                    name: string;
                                } | null;
                                calendar: {
                                    id: string;
                                    /** @description Id of the version of the record */
                                    version: string;
                                    name: string;
                                } | null;
                                rules: {
                                    zone: string;
                                    ends: string[];
                                    closedAfterSeconds: number | null;
                                    holidays: string[];
                                };
                            };
                            startedAt: string | null;
                            result: {
                                validation: {
                                    /** @enum {string} */
                                    verdict: "good" | "fair" | "poor" | "none";
                                    says: string;
                                    weeks: number;
                                    cases: number;
                                    /** @description Hours and shares, as `hymnsheet log simulate --json` */
                                    cycleTime: {
                                        real: number | null;
                                        simulated: number | null;
                                        distance: number | null;
                                        share: number | null;
                                        median: number | null;
                                        medianNoise: number | null;
                                        expected: number | null;
                                        ks: number | null;
                                        noise: {
                                            weeks: number | null;
                                            halves: number | null;
                                            before: number | null;
                                        };
                                    };
                                    /** @description Cases a week and shares */
                                    throughput: {
                                        real: number | null;
                                        simulated: number | null;
                                        share: number | null;
                                        noise: number | null;
                                    };
                                };
                                /** @description The gravest first */
                                warnings: string[];
                                assumptions: string[];
                                window: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    until: string;
                                };
                                method: {
                                    name: string;
                                    version: number;
                                };
                                differences: {
                                    measure: string;
                                    quantity: string;
                                    unit: string;
                                    /** @description As a sentence that its interval allows */
                                    says: string;
                                    /** @description As today: the median over replications */
                                    before: number | null;
                                    /** @description With the changes */
                                    after: number | null;
                                    /** @description The difference: the median over replications */
                                    estimate: number | null;
                                    lo: number | null;
                                    hi: number | null;
                                    /** @description The share of replications between lo and hi */
                                    level: number;
                                    /** @description Replications */
                                    n: number;
                                    /** @description The distribution of the difference, ascending */
                                    draws: number[];
                                    /** @description Whether the check lets a benefit rest on it */
                                    usable: boolean;
                                }[];
                                pools: {
                                    name: string;
                                    of: string | null;
                                    /** @description Null for fewer than five, about whom no figure is shown */
                                    people: number | null;
                                    /** @description Hours of work for each hour that people are there */
                                    load: number | null;
                                    changedLoad: number | null;
                                }[];
                                replications: {
                                    asked: number;
                                    done: number;
                                };
                                /** @description The attribute of a case that decides who does the work */
                                classAttribute: string | null;
                                /** @description Activities whose people can be more or fewer, and the parts of their work */
                                staffed: {
                                    activity: string;
                                    of: string[];
                                }[];
                            } | null;
                            problem: {
                                type: string;
                                code: string;
                                title: string;
                                status: number;
                                detail: string;
                                value?: string;
                                wanted?: string;
                                at?: {
                                    file?: string;
                                    line?: number;
                                    column?: number;
                                    path?: string;
                                };
                                errors?: {
                                    detail: string;
                                    value?: string;
                                    wanted?: string;
                                    at?: {
                                        file?: string;
                                        line?: number;
                                        column?: number;
                                        path?: string;
                                    };
                                }[];
                            } | null;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listSimulations: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            eventLog: string;
                            /**
                             * @description interrupted: the server stopped while it was under way
                             * @enum {string}
                             */
                            state: "waiting" | "running" | "done" | "cancelled" | "failed" | "interrupted";
                            progress: {
                                /** @enum {string} */
                                step: "waiting" | "calibrating" | "checking" | "simulating" | "over";
                                percent: number;
                            };
                            /** @description The changes in words; none: only the check was made */
                            says: string[];
                            weeks: number;
                            replications: number;
                            seed: number;
                            verdict: ("good" | "fair" | "poor" | "none") | null;
                            dataset: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: {
                                kind: string;
                                name: string | null;
                            };
                            finishedAt: string | null;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description None: only the check against weeks held back is made
                     * @default []
                     */
                    changes?: ({
                        /** @enum {string} */
                        kind: "skip";
                        /** @description As the event log calls it */
                        activity: string;
                        /** @description Of the times that it would be done */
                        share: number;
                    } | {
                        /** @enum {string} */
                        kind: "people";
                        /** @description As the event log calls it */
                        activity: string;
                        /** @description The part of the work that is meant, where it is divided */
                        of?: string;
                        /** @description So many more; negative: fewer */
                        by: number;
                    } | {
                        /** @enum {string} */
                        kind: "touch";
                        /** @description As the event log calls it */
                        activity: string;
                        /** @description Of the hands-on time as it is */
                        factor: number;
                    } | {
                        /** @enum {string} */
                        kind: "arrivals";
                        /** @description Of the cases as they come */
                        factor: number;
                    } | {
                        /** @enum {string} */
                        kind: "stop";
                        /** @description As the event log calls it */
                        activity: string;
                        /** Format: date-time */
                        at: string;
                        hours: number;
                    } | {
                        /** @enum {string} */
                        kind: "stop-service";
                        service: string;
                        /** Format: date-time */
                        at: string;
                        hours: number;
                    })[];
                    /**
                     * @description Whole weeks after the log that are simulated
                     * @default 4
                     */
                    weeks?: number;
                    /** @default 40 */
                    replications?: number;
                    /**
                     * @description The same seed and inputs give the same result
                     * @default 1
                     */
                    seed?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        eventLog: string;
                        /**
                         * @description interrupted: the server stopped while it was under way
                         * @enum {string}
                         */
                        state: "waiting" | "running" | "done" | "cancelled" | "failed" | "interrupted";
                        progress: {
                            /** @enum {string} */
                            step: "waiting" | "calibrating" | "checking" | "simulating" | "over";
                            percent: number;
                        };
                        /** @description The changes in words; none: only the check was made */
                        says: string[];
                        weeks: number;
                        replications: number;
                        seed: number;
                        verdict: ("good" | "fair" | "poor" | "none") | null;
                        dataset: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: {
                            kind: string;
                            name: string | null;
                        };
                        finishedAt: string | null;
                        changes: ({
                            /** @enum {string} */
                            kind: "skip";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description Of the times that it would be done */
                            share: number;
                        } | {
                            /** @enum {string} */
                            kind: "people";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description The part of the work that is meant, where it is divided */
                            of?: string;
                            /** @description So many more; negative: fewer */
                            by: number;
                        } | {
                            /** @enum {string} */
                            kind: "touch";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description Of the hands-on time as it is */
                            factor: number;
                        } | {
                            /** @enum {string} */
                            kind: "arrivals";
                            /** @description Of the cases as they come */
                            factor: number;
                        } | {
                            /** @enum {string} */
                            kind: "stop";
                            /** @description As the event log calls it */
                            activity: string;
                            /** Format: date-time */
                            at: string;
                            hours: number;
                        } | {
                            /** @enum {string} */
                            kind: "stop-service";
                            service: string;
                            /** Format: date-time */
                            at: string;
                            hours: number;
                        })[];
                        inputs: {
                            /** @description Version of the event log */
                            dataset: string;
                            process: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            calendar: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            rules: {
                                zone: string;
                                ends: string[];
                                closedAfterSeconds: number | null;
                                holidays: string[];
                            };
                        };
                        startedAt: string | null;
                        result: {
                            validation: {
                                /** @enum {string} */
                                verdict: "good" | "fair" | "poor" | "none";
                                says: string;
                                weeks: number;
                                cases: number;
                                /** @description Hours and shares, as `hymnsheet log simulate --json` */
                                cycleTime: {
                                    real: number | null;
                                    simulated: number | null;
                                    distance: number | null;
                                    share: number | null;
                                    median: number | null;
                                    medianNoise: number | null;
                                    expected: number | null;
                                    ks: number | null;
                                    noise: {
                                        weeks: number | null;
                                        halves: number | null;
                                        before: number | null;
                                    };
                                };
                                /** @description Cases a week and shares */
                                throughput: {
                                    real: number | null;
                                    simulated: number | null;
                                    share: number | null;
                                    noise: number | null;
                                };
                            };
                            /** @description The gravest first */
                            warnings: string[];
                            assumptions: string[];
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                until: string;
                            };
                            method: {
                                name: string;
                                version: number;
                            };
                            differences: {
                                measure: string;
                                quantity: string;
                                unit: string;
                                /** @description As a sentence that its interval allows */
                                says: string;
                                /** @description As today: the median over replications */
                                before: number | null;
                                /** @description With the changes */
                                after: number | null;
                                /** @description The difference: the median over replications */
                                estimate: number | null;
                                lo: number | null;
                                hi: number | null;
                                /** @description The share of replications between lo and hi */
                                level: number;
                                /** @description Replications */
                                n: number;
                                /** @description The distribution of the difference, ascending */
                                draws: number[];
                                /** @description Whether the check lets a benefit rest on it */
                                usable: boolean;
                            }[];
                            pools: {
                                name: string;
                                of: string | null;
                                /** @description Null for fewer than five, about whom no figure is shown */
                                people: number | null;
                                /** @description Hours of work for each hour that people are there */
                                load: number | null;
                                changedLoad: number | null;
                            }[];
                            replications: {
                                asked: number;
                                done: number;
                            };
                            /** @description The attribute of a case that decides who does the work */
                            classAttribute: string | null;
                            /** @description Activities whose people can be more or fewer, and the parts of their work */
                            staffed: {
                                activity: string;
                                of: string[];
                            }[];
                        } | null;
                        problem: {
                            type: string;
                            code: string;
                            title: string;
                            status: number;
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                            errors?: {
                                detail: string;
                                value?: string;
                                wanted?: string;
                                at?: {
                                    file?: string;
                                    line?: number;
                                    column?: number;
                                    path?: string;
                                };
                            }[];
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        eventLog: string;
                        /**
                         * @description interrupted: the server stopped while it was under way
                         * @enum {string}
                         */
                        state: "waiting" | "running" | "done" | "cancelled" | "failed" | "interrupted";
                        progress: {
                            /** @enum {string} */
                            step: "waiting" | "calibrating" | "checking" | "simulating" | "over";
                            percent: number;
                        };
                        /** @description The changes in words; none: only the check was made */
                        says: string[];
                        weeks: number;
                        replications: number;
                        seed: number;
                        verdict: ("good" | "fair" | "poor" | "none") | null;
                        dataset: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: {
                            kind: string;
                            name: string | null;
                        };
                        finishedAt: string | null;
                        changes: ({
                            /** @enum {string} */
                            kind: "skip";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description Of the times that it would be done */
                            share: number;
                        } | {
                            /** @enum {string} */
                            kind: "people";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description The part of the work that is meant, where it is divided */
                            of?: string;
                            /** @description So many more; negative: fewer */
                            by: number;
                        } | {
                            /** @enum {string} */
                            kind: "touch";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description Of the hands-on time as it is */
                            factor: number;
                        } | {
                            /** @enum {string} */
                            kind: "arrivals";
                            /** @description Of the cases as they come */
                            factor: number;
                        } | {
                            /** @enum {string} */
                            kind: "stop";
                            /** @description As the event log calls it */
                            activity: string;
                            /** Format: date-time */
                            at: string;
                            hours: number;
                        } | {
                            /** @enum {string} */
                            kind: "stop-service";
                            service: string;
                            /** Format: date-time */
                            at: string;
                            hours: number;
                        })[];
                        inputs: {
                            /** @description Version of the event log */
                            dataset: string;
                            process: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            calendar: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            rules: {
                                zone: string;
                                ends: string[];
                                closedAfterSeconds: number | null;
                                holidays: string[];
                            };
                        };
                        startedAt: string | null;
                        result: {
                            validation: {
                                /** @enum {string} */
                                verdict: "good" | "fair" | "poor" | "none";
                                says: string;
                                weeks: number;
                                cases: number;
                                /** @description Hours and shares, as `hymnsheet log simulate --json` */
                                cycleTime: {
                                    real: number | null;
                                    simulated: number | null;
                                    distance: number | null;
                                    share: number | null;
                                    median: number | null;
                                    medianNoise: number | null;
                                    expected: number | null;
                                    ks: number | null;
                                    noise: {
                                        weeks: number | null;
                                        halves: number | null;
                                        before: number | null;
                                    };
                                };
                                /** @description Cases a week and shares */
                                throughput: {
                                    real: number | null;
                                    simulated: number | null;
                                    share: number | null;
                                    noise: number | null;
                                };
                            };
                            /** @description The gravest first */
                            warnings: string[];
                            assumptions: string[];
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                until: string;
                            };
                            method: {
                                name: string;
                                version: number;
                            };
                            differences: {
                                measure: string;
                                quantity: string;
                                unit: string;
                                /** @description As a sentence that its interval allows */
                                says: string;
                                /** @description As today: the median over replications */
                                before: number | null;
                                /** @description With the changes */
                                after: number | null;
                                /** @description The difference: the median over replications */
                                estimate: number | null;
                                lo: number | null;
                                hi: number | null;
                                /** @description The share of replications between lo and hi */
                                level: number;
                                /** @description Replications */
                                n: number;
                                /** @description The distribution of the difference, ascending */
                                draws: number[];
                                /** @description Whether the check lets a benefit rest on it */
                                usable: boolean;
                            }[];
                            pools: {
                                name: string;
                                of: string | null;
                                /** @description Null for fewer than five, about whom no figure is shown */
                                people: number | null;
                                /** @description Hours of work for each hour that people are there */
                                load: number | null;
                                changedLoad: number | null;
                            }[];
                            replications: {
                                asked: number;
                                done: number;
                            };
                            /** @description The attribute of a case that decides who does the work */
                            classAttribute: string | null;
                            /** @description Activities whose people can be more or fewer, and the parts of their work */
                            staffed: {
                                activity: string;
                                of: string[];
                            }[];
                        } | null;
                        problem: {
                            type: string;
                            code: string;
                            title: string;
                            status: number;
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                            errors?: {
                                detail: string;
                                value?: string;
                                wanted?: string;
                                at?: {
                                    file?: string;
                                    line?: number;
                                    column?: number;
                                    path?: string;
                                };
                            }[];
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    cancelSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        eventLog: string;
                        /**
                         * @description interrupted: the server stopped while it was under way
                         * @enum {string}
                         */
                        state: "waiting" | "running" | "done" | "cancelled" | "failed" | "interrupted";
                        progress: {
                            /** @enum {string} */
                            step: "waiting" | "calibrating" | "checking" | "simulating" | "over";
                            percent: number;
                        };
                        /** @description The changes in words; none: only the check was made */
                        says: string[];
                        weeks: number;
                        replications: number;
                        seed: number;
                        verdict: ("good" | "fair" | "poor" | "none") | null;
                        dataset: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: {
                            kind: string;
                            name: string | null;
                        };
                        finishedAt: string | null;
                        changes: ({
                            /** @enum {string} */
                            kind: "skip";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description Of the times that it would be done */
                            share: number;
                        } | {
                            /** @enum {string} */
                            kind: "people";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description The part of the work that is meant, where it is divided */
                            of?: string;
                            /** @description So many more; negative: fewer */
                            by: number;
                        } | {
                            /** @enum {string} */
                            kind: "touch";
                            /** @description As the event log calls it */
                            activity: string;
                            /** @description Of the hands-on time as it is */
                            factor: number;
                        } | {
                            /** @enum {string} */
                            kind: "arrivals";
                            /** @description Of the cases as they come */
                            factor: number;
                        } | {
                            /** @enum {string} */
                            kind: "stop";
                            /** @description As the event log calls it */
                            activity: string;
                            /** Format: date-time */
                            at: string;
                            hours: number;
                        } | {
                            /** @enum {string} */
                            kind: "stop-service";
                            service: string;
                            /** Format: date-time */
                            at: string;
                            hours: number;
                        })[];
                        inputs: {
                            /** @description Version of the event log */
                            dataset: string;
                            process: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            calendar: {
                                id: string;
                                /** @description Id of the version of the record */
                                version: string;
                                name: string;
                            } | null;
                            rules: {
                                zone: string;
                                ends: string[];
                                closedAfterSeconds: number | null;
                                holidays: string[];
                            };
                        };
                        startedAt: string | null;
                        result: {
                            validation: {
                                /** @enum {string} */
                                verdict: "good" | "fair" | "poor" | "none";
                                says: string;
                                weeks: number;
                                cases: number;
                                /** @description Hours and shares, as `hymnsheet log simulate --json` */
                                cycleTime: {
                                    real: number | null;
                                    simulated: number | null;
                                    distance: number | null;
                                    share: number | null;
                                    median: number | null;
                                    medianNoise: number | null;
                                    expected: number | null;
                                    ks: number | null;
                                    noise: {
                                        weeks: number | null;
                                        halves: number | null;
                                        before: number | null;
                                    };
                                };
                                /** @description Cases a week and shares */
                                throughput: {
                                    real: number | null;
                                    simulated: number | null;
                                    share: number | null;
                                    noise: number | null;
                                };
                            };
                            /** @description The gravest first */
                            warnings: string[];
                            assumptions: string[];
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                until: string;
                            };
                            method: {
                                name: string;
                                version: number;
                            };
                            differences: {
                                measure: string;
                                quantity: string;
                                unit: string;
                                /** @description As a sentence that its interval allows */
                                says: string;
                                /** @description As today: the median over replications */
                                before: number | null;
                                /** @description With the changes */
                                after: number | null;
                                /** @description The difference: the median over replications */
                                estimate: number | null;
                                lo: number | null;
                                hi: number | null;
                                /** @description The share of replications between lo and hi */
                                level: number;
                                /** @description Replications */
                                n: number;
                                /** @description The distribution of the difference, ascending */
                                draws: number[];
                                /** @description Whether the check lets a benefit rest on it */
                                usable: boolean;
                            }[];
                            pools: {
                                name: string;
                                of: string | null;
                                /** @description Null for fewer than five, about whom no figure is shown */
                                people: number | null;
                                /** @description Hours of work for each hour that people are there */
                                load: number | null;
                                changedLoad: number | null;
                            }[];
                            replications: {
                                asked: number;
                                done: number;
                            };
                            /** @description The attribute of a case that decides who does the work */
                            classAttribute: string | null;
                            /** @description Activities whose people can be more or fewer, and the parts of their work */
                            staffed: {
                                activity: string;
                                of: string[];
                            }[];
                        } | null;
                        problem: {
                            type: string;
                            code: string;
                            title: string;
                            status: number;
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                            errors?: {
                                detail: string;
                                value?: string;
                                wanted?: string;
                                at?: {
                                    file?: string;
                                    line?: number;
                                    column?: number;
                                    path?: string;
                                };
                            }[];
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadSimulationDraws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    checkRules: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The process that the log records */
                        process: {
                            id: string;
                            name: string;
                            /** @description Id of the post that owns the process, and so its rules */
                            owner: string;
                        } | null;
                        /** @description What a case is, in the singular */
                        case: string;
                        /** @description Whether working hours of the process were agreed */
                        workingHours: boolean;
                        items: {
                            rule: {
                                /**
                                 * @description Each of the first is followed by the other
                                 * @enum {string}
                                 */
                                kind: "follows";
                                /** @description What must be followed */
                                first: string;
                                /** @description What must come after it in the same case */
                                followedBy: string;
                                /** @description As the very next event */
                                directly?: boolean;
                                /** @description Within so many hours, nights and weekends included */
                                withinHours?: number;
                                /** @description Within so many working hours of the process */
                                withinWorkingHours?: number;
                            } | {
                                /**
                                 * @description One comes only after the other was done at least once
                                 * @enum {string}
                                 */
                                kind: "only-after";
                                /** @description What must wait */
                                activity: string;
                                /** @description What must have been done before it */
                                after: string;
                            } | {
                                /**
                                 * @description No case has both
                                 * @enum {string}
                                 */
                                kind: "never-both";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description Nobody does both in one case
                                 * @enum {string}
                                 */
                                kind: "different-people";
                                /** @description One activity */
                                a: string;
                                /** @description The other activity */
                                b: string;
                            } | {
                                /**
                                 * @description No case has it more often
                                 * @enum {string}
                                 */
                                kind: "at-most";
                                /** @description What is counted */
                                activity: string;
                                /** @description So many times in a case */
                                times: number;
                            } | {
                                /**
                                 * @description Each case begins with it
                                 * @enum {string}
                                 */
                                kind: "starts-with";
                                /** @description The first event */
                                activity: string;
                            } | {
                                /**
                                 * @description Each case ends with it
                                 * @enum {string}
                                 */
                                kind: "ends-with";
                                /** @description The last event */
                                activity: string;
                            };
                            /** @description The rule as a sentence */
                            words: string;
                            answer: {
                                /** @description Cases that the rule is about */
                                concerned: number;
                                kept: number;
                                broken: number;
                                /** @description Cases of which the log does not say it: hours that are not over where it ends, or nobody named */
                                undecided: number;
                                /** @description The answer as a sentence */
                                words: string;
                            } | null;
                            /** @description Why there is no answer */
                            why: {
                                code: string;
                                detail: string;
                                value: string | null;
                                wanted: string | null;
                            } | null;
                            id: string;
                            version: string;
                            name: string;
                            description: string | null;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadRules: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listCasesBreakingRule: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            variant: number;
                            /** Format: date-time */
                            first: string;
                            /** Format: date-time */
                            last: string;
                            events: number;
                            seconds: number;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    downloadCasesBreakingRule: {
        parameters: {
            query?: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
            };
            header?: never;
            path: {
                id: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    checkRule: {
        parameters: {
            query: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description A rule as JSON, as process rules hold it */
                rule: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rule: {
                            /**
                             * @description Each of the first is followed by the other
                             * @enum {string}
                             */
                            kind: "follows";
                            /** @description What must be followed */
                            first: string;
                            /** @description What must come after it in the same case */
                            followedBy: string;
                            /** @description As the very next event */
                            directly?: boolean;
                            /** @description Within so many hours, nights and weekends included */
                            withinHours?: number;
                            /** @description Within so many working hours of the process */
                            withinWorkingHours?: number;
                        } | {
                            /**
                             * @description One comes only after the other was done at least once
                             * @enum {string}
                             */
                            kind: "only-after";
                            /** @description What must wait */
                            activity: string;
                            /** @description What must have been done before it */
                            after: string;
                        } | {
                            /**
                             * @description No case has both
                             * @enum {string}
                             */
                            kind: "never-both";
                            /** @description One activity */
                            a: string;
                            /** @description The other activity */
                            b: string;
                        } | {
                            /**
                             * @description Nobody does both in one case
                             * @enum {string}
                             */
                            kind: "different-people";
                            /** @description One activity */
                            a: string;
                            /** @description The other activity */
                            b: string;
                        } | {
                            /**
                             * @description No case has it more often
                             * @enum {string}
                             */
                            kind: "at-most";
                            /** @description What is counted */
                            activity: string;
                            /** @description So many times in a case */
                            times: number;
                        } | {
                            /**
                             * @description Each case begins with it
                             * @enum {string}
                             */
                            kind: "starts-with";
                            /** @description The first event */
                            activity: string;
                        } | {
                            /**
                             * @description Each case ends with it
                             * @enum {string}
                             */
                            kind: "ends-with";
                            /** @description The last event */
                            activity: string;
                        };
                        /** @description The rule as a sentence */
                        words: string;
                        answer: {
                            /** @description Cases that the rule is about */
                            concerned: number;
                            kept: number;
                            broken: number;
                            /** @description Cases of which the log does not say it: hours that are not over where it ends, or nobody named */
                            undecided: number;
                            /** @description The answer as a sentence */
                            words: string;
                        } | null;
                        /** @description Why there is no answer */
                        why: {
                            code: string;
                            detail: string;
                            value: string | null;
                            wanted: string | null;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listCasesBreakingUnsavedRule: {
        parameters: {
            query: {
                /** @description Cases that began at or after this instant */
                from?: string;
                /** @description Cases that began before this instant */
                to?: string;
                /** @description Cases that were not over before this instant */
                activeFrom?: string;
                /** @description Cases that had begun before this instant */
                activeTo?: string;
                /** @description Cases whose last event lies at or after this instant */
                completedFrom?: string;
                /** @description Cases whose last event lies before this instant */
                completedTo?: string;
                /** @description Cases in which each of these activities occurs; may be repeated */
                activity?: string | string[];
                /** @description Cases in which this activity does not occur; may be repeated */
                without?: string | string[];
                /** @description Cases that begin with this activity; repeated, with one of these */
                start?: string | string[];
                /** @description Cases that end with this activity; repeated, with one of these */
                end?: string | string[];
                /** @description Cases in which one activity is directly followed by another, as from→to; may be repeated */
                directly?: string | string[];
                /** @description Cases in which one activity is followed by another at any later time, as from→to; may be repeated */
                eventually?: string | string[];
                /** @description Cases in which one activity is never directly followed by another, as from→to; may be repeated */
                neverDirectly?: string | string[];
                /** @description Cases in which one activity is never followed by another at any later time, as from→to; may be repeated */
                never?: string | string[];
                /** @description Cases of this variant; repeated, of one of these */
                variant?: number | number[];
                /** @description Cases of the so many most frequent variants of the whole log */
                top?: number;
                /** @description Seconds from the first to the last event, at least */
                minSeconds?: number;
                /** @description Seconds from the first to the last event, at most */
                maxSeconds?: number;
                /** @description Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values */
                attribute?: string | string[];
                /** @description Cases without this value, as name:value; may be repeated */
                attributeNot?: string | string[];
                /** @description A rule as JSON, as process rules hold it */
                rule: string;
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            variant: number;
                            /** Format: date-time */
                            first: string;
                            /** Format: date-time */
                            last: string;
                            events: number;
                            seconds: number;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getBasics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        functions: {
                            id: string;
                            name: string;
                            services: {
                                id: string;
                                name: string;
                                owner: {
                                    id: string;
                                    name: string;
                                } | null;
                                tier: number;
                                supplier: {
                                    id: string;
                                    name: string;
                                } | null;
                                /** @description Of the last whole week, month, quarter or year for which a level is agreed, else month */
                                availability: {
                                    /** @description SHA-256 of key, input versions, method, parameters and seed */
                                    id: string;
                                    /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                                    key: string;
                                    measure: string;
                                    subject: {
                                        kind: string;
                                        id: string;
                                        name: string;
                                    };
                                    window: {
                                        /** Format: date-time */
                                        from: string;
                                        /** Format: date-time */
                                        to: string;
                                        zone: string;
                                    };
                                    /** @description What is counted or timed, in words: “median cycle time” */
                                    quantity: string;
                                    unit: string;
                                    /** @description Null where the evidence gives no figure; `why` says why */
                                    estimate: number | null;
                                    lo: number | null;
                                    hi: number | null;
                                    /** @description Of the interval, 0 to 1 */
                                    level: number | null;
                                    /** @description Cases or incidents behind it */
                                    n: number;
                                    comparator: {
                                        /** @description As a sentence says it: “in the 12 weeks before” */
                                        name: string;
                                        estimate: number | null;
                                        difference: number | null;
                                        lo: number | null;
                                        hi: number | null;
                                        level: number | null;
                                    } | null;
                                    why: string | null;
                                    /** @description What the figure means, one plain sentence */
                                    meaning: string;
                                    /** @description How it was worked out, step by step, with the numbers used */
                                    working: string[];
                                    method: string;
                                    methodVersion: number;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    seed: number | null;
                                    sources: {
                                        /** @enum {string} */
                                        kind: "event-log" | "record" | "observation";
                                        /** @description Event log or record id, as `service/erp` */
                                        id: string;
                                        /** @description Dataset version or record version id */
                                        version: string;
                                        name: string;
                                        /** Format: date-time */
                                        recordedAt: string;
                                        /** @description The newest row in it */
                                        evidenceUpTo: string | null;
                                    }[];
                                    /** Format: date-time */
                                    computedAt: string;
                                    /** Format: date-time */
                                    asOf: string;
                                } | null;
                                /** @description Agreed share of its hours; null where none is */
                                level: number | null;
                                /** @description Below its level; null where that cannot be told */
                                below: boolean | null;
                                /** @enum {string} */
                                state: "up" | "down" | "maintenance" | "unknown";
                                /** @description Since when it is down */
                                since: string | null;
                                /** @description On record, maintenance included */
                                incidents: number;
                            }[];
                        }[];
                        /** @description About all services together */
                        claims: {
                            /** @description SHA-256 of key, input versions, method, parameters and seed */
                            id: string;
                            /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                            key: string;
                            measure: string;
                            subject: {
                                kind: string;
                                id: string;
                                name: string;
                            };
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                zone: string;
                            };
                            /** @description What is counted or timed, in words: “median cycle time” */
                            quantity: string;
                            unit: string;
                            /** @description Null where the evidence gives no figure; `why` says why */
                            estimate: number | null;
                            lo: number | null;
                            hi: number | null;
                            /** @description Of the interval, 0 to 1 */
                            level: number | null;
                            /** @description Cases or incidents behind it */
                            n: number;
                            comparator: {
                                /** @description As a sentence says it: “in the 12 weeks before” */
                                name: string;
                                estimate: number | null;
                                difference: number | null;
                                lo: number | null;
                                hi: number | null;
                                level: number | null;
                            } | null;
                            why: string | null;
                            /** @description What the figure means, one plain sentence */
                            meaning: string;
                            /** @description How it was worked out, step by step, with the numbers used */
                            working: string[];
                            method: string;
                            methodVersion: number;
                            parameters: {
                                [key: string]: unknown;
                            };
                            seed: number | null;
                            sources: {
                                /** @enum {string} */
                                kind: "event-log" | "record" | "observation";
                                /** @description Event log or record id, as `service/erp` */
                                id: string;
                                /** @description Dataset version or record version id */
                                version: string;
                                name: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** @description The newest row in it */
                                evidenceUpTo: string | null;
                            }[];
                            /** Format: date-time */
                            computedAt: string;
                            /** Format: date-time */
                            asOf: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getServiceHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        service: {
                            id: string;
                            name: string;
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            tier: number;
                            supplier: {
                                id: string;
                                name: string;
                            } | null;
                            /** @description Of the last whole week, month, quarter or year for which a level is agreed, else month */
                            availability: {
                                /** @description SHA-256 of key, input versions, method, parameters and seed */
                                id: string;
                                /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                                key: string;
                                measure: string;
                                subject: {
                                    kind: string;
                                    id: string;
                                    name: string;
                                };
                                window: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                    zone: string;
                                };
                                /** @description What is counted or timed, in words: “median cycle time” */
                                quantity: string;
                                unit: string;
                                /** @description Null where the evidence gives no figure; `why` says why */
                                estimate: number | null;
                                lo: number | null;
                                hi: number | null;
                                /** @description Of the interval, 0 to 1 */
                                level: number | null;
                                /** @description Cases or incidents behind it */
                                n: number;
                                comparator: {
                                    /** @description As a sentence says it: “in the 12 weeks before” */
                                    name: string;
                                    estimate: number | null;
                                    difference: number | null;
                                    lo: number | null;
                                    hi: number | null;
                                    level: number | null;
                                } | null;
                                why: string | null;
                                /** @description What the figure means, one plain sentence */
                                meaning: string;
                                /** @description How it was worked out, step by step, with the numbers used */
                                working: string[];
                                method: string;
                                methodVersion: number;
                                parameters: {
                                    [key: string]: unknown;
                                };
                                seed: number | null;
                                sources: {
                                    /** @enum {string} */
                                    kind: "event-log" | "record" | "observation";
                                    /** @description Event log or record id, as `service/erp` */
                                    id: string;
                                    /** @description Dataset version or record version id */
                                    version: string;
                                    name: string;
                                    /** Format: date-time */
                                    recordedAt: string;
                                    /** @description The newest row in it */
                                    evidenceUpTo: string | null;
                                }[];
                                /** Format: date-time */
                                computedAt: string;
                                /** Format: date-time */
                                asOf: string;
                            } | null;
                            /** @description Agreed share of its hours; null where none is */
                            level: number | null;
                            /** @description Below its level; null where that cannot be told */
                            below: boolean | null;
                            /** @enum {string} */
                            state: "up" | "down" | "maintenance" | "unknown";
                            /** @description Since when it is down */
                            since: string | null;
                            /** @description On record, maintenance included */
                            incidents: number;
                        };
                        /** @description By month; a value is null where nothing is known */
                        availability: {
                            measure: string;
                            name: string;
                            unit: string;
                            points: {
                                /** Format: date */
                                start: string;
                                value: number | null;
                                lo: number | null;
                                hi: number | null;
                                n: number;
                                /** @description True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons */
                                settling?: boolean;
                            }[];
                        };
                        incidents: {
                            id: string;
                            title: string;
                            /** @enum {string} */
                            kind: "unplanned" | "maintenance";
                            /** Format: date-time */
                            start: string;
                            detected: string | null;
                            end: string | null;
                            announced: string | null;
                            cause: string | null;
                        }[];
                        dependencies: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            strength: "hard" | "soft";
                            /** @description “2 of 3” where so many of a group must be up */
                            group: string | null;
                            /** @enum {string} */
                            state: "up" | "down" | "maintenance" | "unknown";
                        }[];
                        dependents: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            strength: "hard" | "soft";
                            /** @enum {string} */
                            state: "up" | "down" | "maintenance" | "unknown";
                        }[];
                        claims: {
                            /** @description SHA-256 of key, input versions, method, parameters and seed */
                            id: string;
                            /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                            key: string;
                            measure: string;
                            subject: {
                                kind: string;
                                id: string;
                                name: string;
                            };
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                zone: string;
                            };
                            /** @description What is counted or timed, in words: “median cycle time” */
                            quantity: string;
                            unit: string;
                            /** @description Null where the evidence gives no figure; `why` says why */
                            estimate: number | null;
                            lo: number | null;
                            hi: number | null;
                            /** @description Of the interval, 0 to 1 */
                            level: number | null;
                            /** @description Cases or incidents behind it */
                            n: number;
                            comparator: {
                                /** @description As a sentence says it: “in the 12 weeks before” */
                                name: string;
                                estimate: number | null;
                                difference: number | null;
                                lo: number | null;
                                hi: number | null;
                                level: number | null;
                            } | null;
                            why: string | null;
                            /** @description What the figure means, one plain sentence */
                            meaning: string;
                            /** @description How it was worked out, step by step, with the numbers used */
                            working: string[];
                            method: string;
                            methodVersion: number;
                            parameters: {
                                [key: string]: unknown;
                            };
                            seed: number | null;
                            sources: {
                                /** @enum {string} */
                                kind: "event-log" | "record" | "observation";
                                /** @description Event log or record id, as `service/erp` */
                                id: string;
                                /** @description Dataset version or record version id */
                                version: string;
                                name: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** @description The newest row in it */
                                evidenceUpTo: string | null;
                            }[];
                            /** Format: date-time */
                            computedAt: string;
                            /** Format: date-time */
                            asOf: string;
                        }[];
                        /** @description With all that it cannot do without; lo and hi hold however stops overlap; null where it needs nothing or its window is not on record */
                        together: {
                            /** @description Share of its hours in which it and enough of what it needs were up, as recorded */
                            measured: number;
                            lo: number;
                            hi: number;
                            /** @description Only if failures were unrelated */
                            unrelated: number | null;
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description SHA-256 of key, input versions, method, parameters and seed */
                        id: string;
                        /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                        key: string;
                        measure: string;
                        subject: {
                            kind: string;
                            id: string;
                            name: string;
                        };
                        window: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            zone: string;
                        };
                        /** @description What is counted or timed, in words: “median cycle time” */
                        quantity: string;
                        unit: string;
                        /** @description Null where the evidence gives no figure; `why` says why */
                        estimate: number | null;
                        lo: number | null;
                        hi: number | null;
                        /** @description Of the interval, 0 to 1 */
                        level: number | null;
                        /** @description Cases or incidents behind it */
                        n: number;
                        comparator: {
                            /** @description As a sentence says it: “in the 12 weeks before” */
                            name: string;
                            estimate: number | null;
                            difference: number | null;
                            lo: number | null;
                            hi: number | null;
                            level: number | null;
                        } | null;
                        why: string | null;
                        /** @description What the figure means, one plain sentence */
                        meaning: string;
                        /** @description How it was worked out, step by step, with the numbers used */
                        working: string[];
                        method: string;
                        methodVersion: number;
                        parameters: {
                            [key: string]: unknown;
                        };
                        seed: number | null;
                        sources: {
                            /** @enum {string} */
                            kind: "event-log" | "record" | "observation";
                            /** @description Event log or record id, as `service/erp` */
                            id: string;
                            /** @description Dataset version or record version id */
                            version: string;
                            name: string;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description The newest row in it */
                            evidenceUpTo: string | null;
                        }[];
                        /** Format: date-time */
                        computedAt: string;
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getClaimRows: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            unit: string | null;
                            /** @enum {string} */
                            kind: "text" | "number" | "time" | "duration";
                        }[];
                        rows: (string | number | null)[][];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getClaimRowsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: string;
                        zone: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description True where the workspace carries `asOf`: the page says “shown as of …” */
                        pinned: boolean;
                        evidenceUpTo: string | null;
                        headline: {
                            parts: ({
                                text: string;
                            } | {
                                figure: {
                                    text: string;
                                    /** @description Claim id */
                                    claim: string;
                                    meaning: string;
                                    /** @description In words: “4 minutes old” */
                                    age: string;
                                };
                            })[];
                            plain: string;
                            claims: string[];
                        };
                        lead: {
                            parts: ({
                                text: string;
                            } | {
                                figure: {
                                    text: string;
                                    /** @description Claim id */
                                    claim: string;
                                    meaning: string;
                                    /** @description In words: “4 minutes old” */
                                    age: string;
                                };
                            })[];
                            plain: string;
                            claims: string[];
                        }[];
                        actions: {
                            /** @enum {string} */
                            verb: "Decide" | "Prove" | "Ask" | "Act";
                            /** @enum {string} */
                            tone: "stop" | "watch";
                            statement: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            why: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            post: {
                                id: string;
                                name: string;
                                /** @description Null while the post is vacant */
                                holder: string | null;
                            };
                            /** Format: date */
                            by: string;
                            link: {
                                label: string;
                                /** @description Address in the web client */
                                to: string;
                            } | null;
                        }[];
                        charts: {
                            title: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            series: {
                                measure: string;
                                name: string;
                                unit: string;
                                points: {
                                    /** Format: date */
                                    start: string;
                                    value: number | null;
                                    lo: number | null;
                                    hi: number | null;
                                    n: number;
                                    /** @description True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons */
                                    settling?: boolean;
                                }[];
                            }[];
                            /** @description Unit, sample and age in one line */
                            source: string;
                        }[];
                        /** @description The processes and the basics, a line each */
                        sections: {
                            title: string;
                            statements: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            }[];
                        }[];
                        /**
                         * @description Version of the sentences: only those of one version can be compared
                         * @default 1
                         */
                        wording: number;
                        readability: {
                            grade: number | null;
                            longestSentenceWords: number;
                        };
                        /** @description Set when there is nothing to say yet, with what to do next */
                        empty: {
                            why: string;
                            next: {
                                label: string;
                                to: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listBriefs: {
        parameters: {
            query?: {
                /** @description At most so many items, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            title: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            headline: string;
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createBrief: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        title: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        chain: {
                            length: number;
                            hash: string;
                        };
                        sheet: {
                            company: string;
                            zone: string;
                            /** Format: date-time */
                            asOf: string;
                            /** @description True where the workspace carries `asOf`: the page says “shown as of …” */
                            pinned: boolean;
                            evidenceUpTo: string | null;
                            headline: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            lead: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            }[];
                            actions: {
                                /** @enum {string} */
                                verb: "Decide" | "Prove" | "Ask" | "Act";
                                /** @enum {string} */
                                tone: "stop" | "watch";
                                statement: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                };
                                why: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                };
                                post: {
                                    id: string;
                                    name: string;
                                    /** @description Null while the post is vacant */
                                    holder: string | null;
                                };
                                /** Format: date */
                                by: string;
                                link: {
                                    label: string;
                                    /** @description Address in the web client */
                                    to: string;
                                } | null;
                            }[];
                            charts: {
                                title: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                };
                                series: {
                                    measure: string;
                                    name: string;
                                    unit: string;
                                    points: {
                                        /** Format: date */
                                        start: string;
                                        value: number | null;
                                        lo: number | null;
                                        hi: number | null;
                                        n: number;
                                        /** @description True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons */
                                        settling?: boolean;
                                    }[];
                                }[];
                                /** @description Unit, sample and age in one line */
                                source: string;
                            }[];
                            /** @description The processes and the basics, a line each */
                            sections: {
                                title: string;
                                statements: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                }[];
                            }[];
                            /**
                             * @description Version of the sentences: only those of one version can be compared
                             * @default 1
                             */
                            wording: number;
                            readability: {
                                grade: number | null;
                                longestSentenceWords: number;
                            };
                            /** @description Set when there is nothing to say yet, with what to do next */
                            empty: {
                                why: string;
                                next: {
                                    label: string;
                                    to: string;
                                }[];
                            } | null;
                        };
                        claims: {
                            /** @description SHA-256 of key, input versions, method, parameters and seed */
                            id: string;
                            /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                            key: string;
                            measure: string;
                            subject: {
                                kind: string;
                                id: string;
                                name: string;
                            };
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                zone: string;
                            };
                            /** @description What is counted or timed, in words: “median cycle time” */
                            quantity: string;
                            unit: string;
                            /** @description Null where the evidence gives no figure; `why` says why */
                            estimate: number | null;
                            lo: number | null;
                            hi: number | null;
                            /** @description Of the interval, 0 to 1 */
                            level: number | null;
                            /** @description Cases or incidents behind it */
                            n: number;
                            comparator: {
                                /** @description As a sentence says it: “in the 12 weeks before” */
                                name: string;
                                estimate: number | null;
                                difference: number | null;
                                lo: number | null;
                                hi: number | null;
                                level: number | null;
                            } | null;
                            why: string | null;
                            /** @description What the figure means, one plain sentence */
                            meaning: string;
                            /** @description How it was worked out, step by step, with the numbers used */
                            working: string[];
                            method: string;
                            methodVersion: number;
                            parameters: {
                                [key: string]: unknown;
                            };
                            seed: number | null;
                            sources: {
                                /** @enum {string} */
                                kind: "event-log" | "record" | "observation";
                                /** @description Event log or record id, as `service/erp` */
                                id: string;
                                /** @description Dataset version or record version id */
                                version: string;
                                name: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** @description The newest row in it */
                                evidenceUpTo: string | null;
                            }[];
                            /** Format: date-time */
                            computedAt: string;
                            /** Format: date-time */
                            asOf: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getBrief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        title: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        chain: {
                            length: number;
                            hash: string;
                        };
                        sheet: {
                            company: string;
                            zone: string;
                            /** Format: date-time */
                            asOf: string;
                            /** @description True where the workspace carries `asOf`: the page says “shown as of …” */
                            pinned: boolean;
                            evidenceUpTo: string | null;
                            headline: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            lead: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            }[];
                            actions: {
                                /** @enum {string} */
                                verb: "Decide" | "Prove" | "Ask" | "Act";
                                /** @enum {string} */
                                tone: "stop" | "watch";
                                statement: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                };
                                why: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                };
                                post: {
                                    id: string;
                                    name: string;
                                    /** @description Null while the post is vacant */
                                    holder: string | null;
                                };
                                /** Format: date */
                                by: string;
                                link: {
                                    label: string;
                                    /** @description Address in the web client */
                                    to: string;
                                } | null;
                            }[];
                            charts: {
                                title: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                };
                                series: {
                                    measure: string;
                                    name: string;
                                    unit: string;
                                    points: {
                                        /** Format: date */
                                        start: string;
                                        value: number | null;
                                        lo: number | null;
                                        hi: number | null;
                                        n: number;
                                        /** @description True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons */
                                        settling?: boolean;
                                    }[];
                                }[];
                                /** @description Unit, sample and age in one line */
                                source: string;
                            }[];
                            /** @description The processes and the basics, a line each */
                            sections: {
                                title: string;
                                statements: {
                                    parts: ({
                                        text: string;
                                    } | {
                                        figure: {
                                            text: string;
                                            /** @description Claim id */
                                            claim: string;
                                            meaning: string;
                                            /** @description In words: “4 minutes old” */
                                            age: string;
                                        };
                                    })[];
                                    plain: string;
                                    claims: string[];
                                }[];
                            }[];
                            /**
                             * @description Version of the sentences: only those of one version can be compared
                             * @default 1
                             */
                            wording: number;
                            readability: {
                                grade: number | null;
                                longestSentenceWords: number;
                            };
                            /** @description Set when there is nothing to say yet, with what to do next */
                            empty: {
                                why: string;
                                next: {
                                    label: string;
                                    to: string;
                                }[];
                            } | null;
                        };
                        claims: {
                            /** @description SHA-256 of key, input versions, method, parameters and seed */
                            id: string;
                            /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                            key: string;
                            measure: string;
                            subject: {
                                kind: string;
                                id: string;
                                name: string;
                            };
                            window: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                zone: string;
                            };
                            /** @description What is counted or timed, in words: “median cycle time” */
                            quantity: string;
                            unit: string;
                            /** @description Null where the evidence gives no figure; `why` says why */
                            estimate: number | null;
                            lo: number | null;
                            hi: number | null;
                            /** @description Of the interval, 0 to 1 */
                            level: number | null;
                            /** @description Cases or incidents behind it */
                            n: number;
                            comparator: {
                                /** @description As a sentence says it: “in the 12 weeks before” */
                                name: string;
                                estimate: number | null;
                                difference: number | null;
                                lo: number | null;
                                hi: number | null;
                                level: number | null;
                            } | null;
                            why: string | null;
                            /** @description What the figure means, one plain sentence */
                            meaning: string;
                            /** @description How it was worked out, step by step, with the numbers used */
                            working: string[];
                            method: string;
                            methodVersion: number;
                            parameters: {
                                [key: string]: unknown;
                            };
                            seed: number | null;
                            sources: {
                                /** @enum {string} */
                                kind: "event-log" | "record" | "observation";
                                /** @description Event log or record id, as `service/erp` */
                                id: string;
                                /** @description Dataset version or record version id */
                                version: string;
                                name: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** @description The newest row in it */
                                evidenceUpTo: string | null;
                            }[];
                            /** Format: date-time */
                            computedAt: string;
                            /** Format: date-time */
                            asOf: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getBriefFile: {
        parameters: {
            query?: {
                format?: "md" | "html" | "pdf" | "json";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    verifyBrief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figures: number;
                        same: number;
                        moved: number;
                        /** @description The sheet made again from the inputs as recorded */
                        texts: {
                            /** @description Sentences, names, dates and charts of the sheet */
                            checked: number;
                            same: number;
                            /** @description Why they could not be compared: the sentences changed with the program */
                            note: string | null;
                            differ: {
                                /** @description Where on the sheet: “headline”, “action 2, why” */
                                place: string;
                                /** @description As the brief has it; null where it left the text out */
                                written: string | null;
                                /** @description As made again from the records; null where they give no such text */
                                again: string | null;
                            }[];
                        };
                        rows: {
                            claim: string;
                            quantity: string;
                            subject: string;
                            recorded: number | null;
                            /** @description From the inputs as recorded */
                            again: number | null;
                            /** @enum {string} */
                            verdict: "same" | "differs" | "method changed" | "rows destroyed" | "not here";
                            note: string | null;
                            /** @description On today’s evidence */
                            today: number | null;
                            unit: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    verifyBriefDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    title: string;
                    /** Format: date-time */
                    createdAt: string;
                    createdBy: string;
                    chain: {
                        length: number;
                        hash: string;
                    };
                    sheet: {
                        company: string;
                        zone: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description True where the workspace carries `asOf`: the page says “shown as of …” */
                        pinned: boolean;
                        evidenceUpTo: string | null;
                        headline: {
                            parts: ({
                                text: string;
                            } | {
                                figure: {
                                    text: string;
                                    /** @description Claim id */
                                    claim: string;
                                    meaning: string;
                                    /** @description In words: “4 minutes old” */
                                    age: string;
                                };
                            })[];
                            plain: string;
                            claims: string[];
                        };
                        lead: {
                            parts: ({
                                text: string;
                            } | {
                                figure: {
                                    text: string;
                                    /** @description Claim id */
                                    claim: string;
                                    meaning: string;
                                    /** @description In words: “4 minutes old” */
                                    age: string;
                                };
                            })[];
                            plain: string;
                            claims: string[];
                        }[];
                        actions: {
                            /** @enum {string} */
                            verb: "Decide" | "Prove" | "Ask" | "Act";
                            /** @enum {string} */
                            tone: "stop" | "watch";
                            statement: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            why: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            post: {
                                id: string;
                                name: string;
                                /** @description Null while the post is vacant */
                                holder: string | null;
                            };
                            /** Format: date */
                            by: string;
                            link: {
                                label: string;
                                /** @description Address in the web client */
                                to: string;
                            } | null;
                        }[];
                        charts: {
                            title: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            };
                            series: {
                                measure: string;
                                name: string;
                                unit: string;
                                points: {
                                    /** Format: date */
                                    start: string;
                                    value: number | null;
                                    lo: number | null;
                                    hi: number | null;
                                    n: number;
                                    /** @description True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons */
                                    settling?: boolean;
                                }[];
                            }[];
                            /** @description Unit, sample and age in one line */
                            source: string;
                        }[];
                        /** @description The processes and the basics, a line each */
                        sections: {
                            title: string;
                            statements: {
                                parts: ({
                                    text: string;
                                } | {
                                    figure: {
                                        text: string;
                                        /** @description Claim id */
                                        claim: string;
                                        meaning: string;
                                        /** @description In words: “4 minutes old” */
                                        age: string;
                                    };
                                })[];
                                plain: string;
                                claims: string[];
                            }[];
                        }[];
                        /**
                         * @description Version of the sentences: only those of one version can be compared
                         * @default 1
                         */
                        wording?: number;
                        readability: {
                            grade: number | null;
                            longestSentenceWords: number;
                        };
                        /** @description Set when there is nothing to say yet, with what to do next */
                        empty: {
                            why: string;
                            next: {
                                label: string;
                                to: string;
                            }[];
                        } | null;
                    };
                    claims: {
                        /** @description SHA-256 of key, input versions, method, parameters and seed */
                        id: string;
                        /** @description Measure, subject, window, filter and comparator: stable while the figure moves */
                        key: string;
                        measure: string;
                        subject: {
                            kind: string;
                            id: string;
                            name: string;
                        };
                        window: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            zone: string;
                        };
                        /** @description What is counted or timed, in words: “median cycle time” */
                        quantity: string;
                        unit: string;
                        /** @description Null where the evidence gives no figure; `why` says why */
                        estimate: number | null;
                        lo: number | null;
                        hi: number | null;
                        /** @description Of the interval, 0 to 1 */
                        level: number | null;
                        /** @description Cases or incidents behind it */
                        n: number;
                        comparator: {
                            /** @description As a sentence says it: “in the 12 weeks before” */
                            name: string;
                            estimate: number | null;
                            difference: number | null;
                            lo: number | null;
                            hi: number | null;
                            level: number | null;
                        } | null;
                        why: string | null;
                        /** @description What the figure means, one plain sentence */
                        meaning: string;
                        /** @description How it was worked out, step by step, with the numbers used */
                        working: string[];
                        method: string;
                        methodVersion: number;
                        parameters: {
                            [key: string]: unknown;
                        };
                        seed: number | null;
                        sources: {
                            /** @enum {string} */
                            kind: "event-log" | "record" | "observation";
                            /** @description Event log or record id, as `service/erp` */
                            id: string;
                            /** @description Dataset version or record version id */
                            version: string;
                            name: string;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description The newest row in it */
                            evidenceUpTo: string | null;
                        }[];
                        /** Format: date-time */
                        computedAt: string;
                        /** Format: date-time */
                        asOf: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figures: number;
                        same: number;
                        moved: number;
                        /** @description The sheet made again from the inputs as recorded */
                        texts: {
                            /** @description Sentences, names, dates and charts of the sheet */
                            checked: number;
                            same: number;
                            /** @description Why they could not be compared: the sentences changed with the program */
                            note: string | null;
                            differ: {
                                /** @description Where on the sheet: “headline”, “action 2, why” */
                                place: string;
                                /** @description As the brief has it; null where it left the text out */
                                written: string | null;
                                /** @description As made again from the records; null where they give no such text */
                                again: string | null;
                            }[];
                        };
                        rows: {
                            claim: string;
                            quantity: string;
                            subject: string;
                            recorded: number | null;
                            /** @description From the inputs as recorded */
                            again: number | null;
                            /** @enum {string} */
                            verdict: "same" | "differs" | "method changed" | "rows destroyed" | "not here";
                            note: string | null;
                            /** @description On today’s evidence */
                            today: number | null;
                            unit: string;
                        }[];
                    };
                };
            };
            /** @description What failed, the value, and what was wanted (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        code: string;
                        title: string;
                        status: number;
                        detail: string;
                        value?: string;
                        wanted?: string;
                        at?: {
                            file?: string;
                            line?: number;
                            column?: number;
                            path?: string;
                        };
                        errors?: {
                            detail: string;
                            value?: string;
                            wanted?: string;
                            at?: {
                                file?: string;
                                line?: number;
                                column?: number;
                                path?: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
}
