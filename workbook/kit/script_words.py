"""What the lecturer's script says beside the scenario: German and English."""

from __future__ import annotations

from workbook.text import base_language

STEPS: dict[str, tuple[tuple[str, str, str, str], tuple[str, str, str, str]]] = {
    "arrive": (
        (
            "Ankommen",
            "Schön, dass Sie da sind. Heute rechnet niemand etwas aus, und niemand wird bewertet. Was Sie spielen, bleibt auf Ihrem Gerät oder auf Ihrem Papier.",
            "Titelfolie. Arbeitsblätter liegen auf den Plätzen.",
            "Kamera freiwillig. Arbeitsblatt und Seite vorher schicken; im Chat nur den Vornamen.",
        ),
        (
            "Arriving",
            "Good that you are here. Nobody calculates anything today, and nobody is marked. What you play stays on your device or on your paper.",
            "Title slide. Worksheets lie on the tables.",
            "Camera as you like. Send worksheet and page beforehand; first names only in the chat.",
        ),
    ),
    "arrive-short": (
        (
            "Ankommen",
            "Schön, dass Sie da sind. Niemand wird bewertet, und ich werbe für keine Zukunft: Das Modell ist ein Argument, dem man widersprechen darf. Wer eine Szene nicht hören will, geht kurz hinaus und muss nichts erklären.",
            "Titelfolie. Die erste und die letzte Seite des Arbeitsblatts liegen auf den Plätzen.",
            "Kamera freiwillig. Stumm schalten ist immer erlaubt. Arbeitsblatt vorher schicken.",
        ),
        (
            "Arriving",
            "Good that you are here. Nobody is marked, and I advertise none of these futures: the model is an argument that you may contradict. Whoever would rather not hear a scene steps out for a moment and need not explain.",
            "Title slide. The first and the last page of the worksheet lie on the tables.",
            "Camera as you like. Muting is always fine. Send the worksheet beforehand.",
        ),
    ),
    "frame": (
        (
            "Rahmen",
            "Ich werbe hier für keine dieser Zukünfte. Das Modell ist ein Argument, dem man widersprechen darf; mir auch. Wer eine Szene nicht lesen will, überspringt sie und muss nichts erklären.",
            "Die Liste der Themen vorlesen, siehe »Rücksicht«. Pausenregel und Ausgang nennen.",
            "Stumm schalten und hinausgehen ist immer erlaubt. Nichts wird aufgezeichnet.",
        ),
        (
            "Frame",
            "I advertise none of these futures. The model is an argument that you may contradict, and you may contradict me too. Whoever would rather not read a scene skips it and need not explain.",
            "Read out the list of subjects, see “Care”. Say when there are breaks and where the door is.",
            "Muting and leaving are always fine. Nothing is recorded.",
        ),
    ),
    "anger": (
        (
            "Platz für Ärger",
            "Bevor wir hoffen: Was macht Sie an diesem Thema wütend oder müde? Ein Satz auf eine Karte, ohne Namen. Wir antworten nicht darauf, wir hängen ihn auf.",
            "Karten an die Wand, nicht ordnen, nicht kommentieren. Sie bleiben bis zum Schluss hängen.",
            "Jede*r schreibt für sich; drei lesen vor, wer möchte. Kein gemeinsames Dokument mit Namen.",
        ),
        (
            "Room for anger",
            "Before we hope: what about this subject makes you angry or tired? One sentence on a card, no name. We do not answer it, we put it on the wall.",
            "Cards on the wall, neither sorted nor commented. They stay until the end.",
            "Everybody writes for themselves; three read theirs out, whoever likes. No shared document with names.",
        ),
    ),
    "anger-short": (
        (
            "Platz für Ärger",
            "Bevor wir hoffen: Was macht Sie an diesem Thema wütend oder müde? Schreiben Sie einen Satz auf, ohne Namen. Drei hören wir, wenn jemand mag; wir antworten nicht darauf.",
            "Eine Minute schreiben, auf die Rückseite des Arbeitsblatts. Vorgelesenes nicht kommentieren.",
            "Jede*r schreibt für sich; drei lesen vor, wer möchte.",
        ),
        (
            "Room for anger",
            "Before we hope: what about this subject makes you angry or tired? Write down one sentence, no name. We hear three, if people like, and do not answer them.",
            "One minute to write, on the back of the worksheet. Do not comment on what is read out.",
            "Everybody writes for themselves; three read theirs out, whoever likes.",
        ),
    ),
    "you": (
        (
            "Wer Sie heute sind",
            "{you}",
            "Folie »Wer Sie heute sind«. Fragen: Welche dieser Zahlen kennen Sie aus Ihrem Haus, welche überrascht?",
            "Zahlen vorlesen; Hände heben oder Zeichen im Chat.",
        ),
        (
            "Who you are today",
            "{you}",
            "Slide “Who you are today”. Ask which of these numbers they know from their own workplace, and which surprises.",
            "Read the numbers aloud; hands or a sign in the chat.",
        ),
    ),
    "guess": (
        (
            "Erst raten",
            "{question} Schreiben Sie Ihre Vermutung auf, und einen Grund. Niemand bewertet sie.",
            "Arbeitsblatt, erste Seite, jede Person für sich. Zwei oder drei Vermutungen hören, wenn jemand mag.",
            "Alle tippen ihre Vermutung in den Chat und schicken sie auf drei gleichzeitig ab.",
        ),
        (
            "Guess first",
            "{question} Write down what you expect, and one reason. Nobody judges it.",
            "Worksheet, first page, each for themselves. Hear two or three guesses, if people like.",
            "Everybody types their guess into the chat; on three all send it at once.",
        ),
    ),
    "reveal": (
        (
            "Dann nachsehen",
            "Jetzt stellen wir nur diesen einen Hebel. Schauen Sie erst auf die Linie, dann hören wir die Szene. Wer merkt es zuerst, und wer zuletzt?",
            "Folie »So lesen Sie mit«: Linie und Band zeigen. Dann »Jetzt wird gespielt«: nur diesen einen Hebel stellen, eine neu erzählte Szene vorlesen. {answer}",
            "Bildschirm teilen, nur den einen Hebel zeigen. Wer nicht sieht, hört die Tabelle vorgelesen.",
        ),
        (
            "Then look",
            "Now we move this one lever only. Look at the line first, then we hear the scene. Who notices first, and who last?",
            "Slide “How to read along”: show line and band. Then “Now we play”: move this one lever only, read out one scene that is told anew. {answer}",
            "Share the screen, show the one lever only. Whoever cannot see has the table read out.",
        ),
    ),
    "decide": (
        (
            "Eine Entscheidung",
            "{decision} Zwei Minuten zu zweit: Was spricht dafür, was dagegen, wer zahlt? Dann stimmen wir ab.",
            "Folie der Entscheidung; dann zurück zu »Jetzt wird gespielt«: dort unter »Geschichte« die Antwort der Mehrheit wählen und die Szene vorlesen, die nun erzählt wird. Das Ende nur, wenn noch Zeit ist.",
            "Zu zweit in kleine Räume, oder jede*r für sich auf Papier; abstimmen mit Zeichen.",
        ),
        (
            "One decision",
            "{decision} Two minutes in pairs: what speaks for it, what against, who pays? Then we vote.",
            "The decision's slide; then back to “Now we play”: there, under “Story”, choose what the majority wants and read out the scene that is told now. The ending only if there is time.",
            "Pairs in small rooms, or each on paper; vote with a sign.",
        ),
    ),
    "roles": (
        (
            "Rollen",
            "Ziehen Sie eine Rolle: {voices}. Sie sprechen aus ihr, auch gegen Ihre eigene Meinung. Tauschen ist erlaubt.",
            "Rollenkarten, Gruppen von drei bis acht, ein Gerät oder ein Papierspiel je Gruppe.",
            "Gruppenräume; Rollenkarten als PDF. Eine Person je Raum teilt ihren Bildschirm.",
        ),
        (
            "Roles",
            "Draw a role: {voices}. You speak from it, also against your own opinion. You may swap.",
            "Role cards, groups of three to eight, one device or one game on paper for each group.",
            "Breakout rooms; role cards as PDF. One person in each room shares the screen.",
        ),
    ),
    "play": (
        (
            "Spielen in Gruppen",
            "{begin} Stellen Sie höchstens drei Hebel und sagen Sie bei jedem, wer es bezahlt. Bei jeder Entscheidung sagt jede Rolle einen Satz, dann entscheiden Sie. Lesen Sie die Szenen laut.",
            "Arbeitsblatt: Hebel, Entscheidungen, Geschichte. Herumgehen, nichts erklären, nur fragen: Was haben Sie erwartet? Nach 20 Minuten ansagen: noch das Ende lesen und den Laufcode notieren, er steht unter der Geschichte. Codes, die fertig sind, gleich eintippen.",
            "Jeden Raum einmal besuchen. Wer aus dem Netz fällt, spielt mit den Tabellen auf Papier weiter.",
        ),
        (
            "Playing in groups",
            "{begin} Move three levers at most, and with each say who pays. At each decision every role says one sentence, then you decide. Read the scenes aloud.",
            "Worksheet: levers, decisions, story. Walk round, explain nothing, only ask what they expected. After 20 minutes say: read the ending now and note the run code, it stands below the story. Type in codes as they come.",
            "Visit each room once. Whoever drops out of the network plays on with the tables on paper.",
        ),
    ),
    "pause": (
        (
            "Pause",
            "Wir machen eine Pause. Danach legen wir die Zukünfte nebeneinander.",
            "Karten mit dem Ärger hängen lassen.",
            "Bildschirm aus, wirklich aus.",
        ),
        (
            "Break",
            "We take a break. After that we lay the futures side by side.",
            "Leave the cards with the anger where they are.",
            "Screen off, really off.",
        ),
    ),
    "board": (
        (
            "Die Spannweite des Raums",
            "Wir legen die Zukünfte nebeneinander. Niemand liegt richtig oder falsch. Bei welchem Hebel liegen wir am weitesten auseinander? Darüber reden wir zuerst: Was haben die einen gesehen, was die anderen?",
            "Ab {least} Laufcodes: auf der Seite »Mehr → Ansicht für Lehrende«, dann »Zeigen«. Weniger Codes, oder Papier: Blatt »Spannweite« groß an die Wand; die Gruppen nennen reihum, wo ihre Hebel stehen, keine Personen. Unter {least} Beteiligten nichts aufschreiben, nur reden.",
            "Codes privat an Sie schicken lassen, nicht in den offenen Chat; Bildschirm mit dem Bild oder dem Blatt teilen.",
        ),
        (
            "How far the room spreads",
            "We lay the futures side by side. Nobody is right or wrong. On which lever are we furthest apart? We talk about that one first: what did these see, and what did those?",
            "From {least} run codes on: in the page “More → Lecturer's view”, then “Show”. Fewer codes, or paper: sheet “Spread” large on the wall; the groups say in turn where their levers stand, not persons. With fewer than {least} people write nothing down, only talk.",
            "Have codes sent to you privately, not into the open chat; share the screen with the board or the sheet.",
        ),
    ),
    "trap": (
        (
            "Die Falle",
            "Ein Kreislauf dieses Szenarios heißt »{trap}«. Ich lese ihn vor, Pfeil für Pfeil. Wo haben Sie das schon erlebt? An welchem Pfeil ließe er sich unterbrechen?",
            "Blatt »Fallen und Fragen«. Den Kreislauf an die Tafel zeichnen, einen Pfeil durchstreichen, dazuschreiben, wer es tun könnte. Auf der Seite: »Mehr → Was treibt was?«.",
            "Kreislauf vorlesen; jede Gruppe nennt einen Pfeil.",
        ),
        (
            "The trap",
            "One loop of this scenario is called “{trap}”. I read it out, arrow by arrow. Where have you seen it? At which arrow could it be broken?",
            "Sheet “Traps and questions”. Draw the loop on the board, cross out one arrow, write down who could do it. In the page: “More → What drives what?”.",
            "Read out the loop; each group names an arrow.",
        ),
    ),
    "swap": (
        (
            "Noch einmal, mit getauschten Rollen",
            "Geben Sie Ihre Rolle nach links weiter. Beginnen Sie von vorn, in einer anderen Welt. Sie dürfen nur einen einzigen Hebel stellen: welchen?",
            "Auf der Seite »Von vorn«, dann die Welt wählen; auf Papier eine andere Tabelle. Nach zehn Minuten: Jede Gruppe nennt ihren Hebel und das Ende.",
            "Räume neu mischen.",
        ),
        (
            "Once more, with roles exchanged",
            "Pass your role to the left. Begin from the start, in another world. You may move one lever only: which?",
            "In the page “Start over”, then choose the world; on paper another table. After ten minutes each group names its lever and its ending.",
            "Mix the rooms anew.",
        ),
    ),
    "horizons": (
        (
            "Drei Horizonte",
            "Zuerst: Was läuft weiter, obwohl es nicht mehr trägt? Dann: Wo gibt es das Neue schon im Kleinen? Zuletzt: Was bahnt ihm den Weg?",
            "Arbeitsblatt »Drei Horizonte«, allein beginnen, dann zu zweit.",
            "Allein auf Papier, dann eine Antwort je Horizont vorlesen.",
        ),
        (
            "Three horizons",
            "First: what carries on although it no longer bears? Then: where is the new already here on a small scale? Last: what clears its way?",
            "Worksheet “Three horizons”, alone first, then in pairs.",
            "Alone on paper, then read out one answer for each horizon.",
        ),
    ),
    "back": (
        (
            "Rückwärts planen",
            "Wir stehen im Jahr {end}, und es ist gut geworden. Was ist im Jahr davor geschehen? Wer hat es getan? Gehen Sie zurück bis {now}.",
            "Arbeitsblatt »Rückwärts von {end} nach {now}«. Jede Zeile braucht einen Namen, keinen Plan.",
            "Ein Dokument je Gruppe, ohne Namen von Personen außerhalb des Raums.",
        ),
        (
            "Planning backwards",
            "We stand in {end}, and it has turned out well. What happened the year before? Who did it? Go back to {now}.",
            "Worksheet “Backwards from {end} to {now}”. Each row needs a name, not a plan.",
            "One document for each group, without names of people outside the room.",
        ),
    ),
    "feelings": (
        (
            "Zuerst die Gefühle",
            "Bevor wir klug werden: Wie geht es Ihnen gerade? Ein Wort genügt. Schauen Sie noch einmal auf die Karten vom Anfang.",
            "Eine Runde, ohne Gespräch. Schweigen ist eine Antwort. Wer eine Rollenkarte hat, gibt sie jetzt zurück und spricht wieder für sich.",
            "Ein Wort im Chat oder gesprochen, auf Zuruf.",
        ),
        (
            "Feelings first",
            "Before we grow wise: how are you right now? One word will do. Look once more at the cards from the beginning.",
            "One round, no discussion. Silence is an answer. Whoever holds a role card hands it back now and speaks for themselves again.",
            "One word in the chat or spoken.",
        ),
    ),
    "feelings-short": (
        (
            "Zuerst die Gefühle",
            "Bevor wir klug werden: Wie geht es Ihnen gerade? Ein Wort, auf drei alle zugleich.",
            "Nicht nachfragen. Schweigen ist eine Antwort.",
            "Ein Wort im Chat, auf drei alle zugleich.",
        ),
        (
            "Feelings first",
            "Before we grow wise: how are you right now? One word, all at once on three.",
            "Do not ask further. Silence is an answer.",
            "One word in the chat, all at once on three.",
        ),
    ),
    "insights": (
        (
            "Dann die Einsichten",
            "Was haben Sie vorher anders gesehen? Wer hat in Ihrer Zukunft gewonnen, wer hat bezahlt, und wer kam gar nicht vor?",
            "Vermutung vom Anfang danebenlegen. Wer lag weit daneben? Diese Person hat am meisten zu erzählen.",
            "Drei Stimmen hören, dann schreiben.",
        ),
        (
            "Then insights",
            "What did you see differently before? Who gained in your future, who paid, and who did not appear at all?",
            "Lay the guess from the beginning beside it. Who was far off? That person has most to tell.",
            "Hear three voices, then write.",
        ),
    ),
    "insights-short": (
        (
            "Dann die Einsichten",
            "Legen Sie Ihre Vermutung daneben. Was haben Sie vorher anders gesehen? Wer hat in dieser Zukunft bezahlt, und wer kam gar nicht vor?",
            "Wer lag weit daneben? Zwei Stimmen hören, diese zuerst.",
            "Zwei Stimmen hören.",
        ),
        (
            "Then insights",
            "Lay your guess beside it. What did you see differently before? Who paid in this future, and who did not appear at all?",
            "Who was far off? Hear two voices, these first.",
            "Hear two voices.",
        ),
    ),
    "monday": (
        (
            "Was am Montag?",
            "Ein Schritt, den Sie selbst tun können, ohne um Erlaubnis zu fragen. Schreiben Sie dazu, mit wem und bis wann.",
            "Arbeitsblatt, letzte Seite. Wer mag, liest vor. Das Blatt geht mit nach Hause.",
            "Aufschreiben, einer Person im Raum vorlesen.",
        ),
        (
            "What on Monday?",
            "One step that you can take yourself without asking for permission. Write down with whom and by when.",
            "Worksheet, last page. Whoever likes reads theirs out. The sheet goes home with them.",
            "Write it down, read it to one other person.",
        ),
    ),
    "close": (
        (
            "Schluss",
            "Danke. Die Seite, der Laufcode und das Blatt gehören Ihnen. Wer noch reden möchte: Ich bleibe zehn Minuten.",
            "Nummern der Hilfe stehen lassen, siehe »Rücksicht«.",
            "Raum zehn Minuten offen lassen.",
        ),
        (
            "Closing",
            "Thank you. The page, the run code and the sheet are yours. Whoever would like to talk: I stay ten minutes.",
            "Leave the help numbers on display, see “Care”.",
            "Leave the room open for ten minutes.",
        ),
    ),
}
"""step -> (German, English): title, what to say, what to show or do, how to do it remotely."""

WORDS: dict[str, tuple[str, str]] = {
    # --- preparing ----------------------------------------------------------------------------------
    "prepare": ("Vorbereiten", "Preparing"),
    "summary": ("Worum es geht", "What it is about"),
    "goal": ("Was am Ende da ist", "What there is at the end"),
    "goal-1": ("Jede Gruppe hat eine eigene Zukunft mit ihrem Preis (in 20 Minuten: alle zusammen eine), und jede*r einen Schritt für Montag.", "Each group has a future of its own, with its price (in 20 minutes: all together one), and everybody one step for Monday."),
    "goal-2": ("Alle wissen, worüber der Raum sich uneins ist.", "The room knows what it disagrees about."),
    "goal-3": ("Niemand muss danach glauben, was das Modell sagt.", "Nobody has to believe afterwards what the model says."),
    "materials": ("Was Sie brauchen", "What you need"),
    "material-page": ("Die Seite auf einem Gerät je Gruppe; auf Handys vorher laden und öffnen lassen. Sie läuft dann ohne Internet.", "The page on one device for each group; have it loaded and opened on phones beforehand. It then runs without internet."),
    "material-deck": ("Die Folien; Notizen und Minuten zeigt die Taste S.", "The slides; the key S shows notes and minutes."),
    "material-sheet": ("Arbeitsblätter: die erste und die letzte Seite für jede Person, die übrigen einmal je Gruppe. Stifte.", "Worksheets: the first page and the last for each person, the others once for each group. Pens."),
    "material-cards": ("Spielkarten für Gruppen ohne Gerät; die Tabellen sind gerechnet und erzählen dieselben Zukünfte.", "Cards for groups without a device; the tables were computed and tell the same futures."),
    "material-wall": ("Karten, Klebeband, das Blatt »Spannweite« groß abgeschrieben (für 90 und 180 Minuten).", "Cards, tape, the sheet “Spread” copied in large (for 90 and 180 minutes)."),
    "before": ("Eine Stunde vorher", "An hour before"),
    "before-1": ("Selbst einmal spielen, in zwei Welten, und das Ende laut lesen.", "Play it yourself, in two worlds, and read the ending aloud."),
    "before-2": ("Die Seite auf den Geräten öffnen, mit ausgeschaltetem Netz.", "Open the page on the devices with the network switched off."),
    "before-3": ("Die Seiten »Rücksicht« und »Fragen, die kommen« lesen; Ortsnummern der Hilfe ergänzen.", "Read the pages “Care” and “Questions that come”; add local help numbers."),
    "before-4": ("Entscheiden, wer auf die Stimmung achtet, während Sie moderieren.", "Decide who watches over the mood while you lead."),
    "roles-room": ("Wer im Raum was tut", "Who does what in the room"),
    "roles-room-text": ("Sie moderieren und bleiben neutral. Eine zweite Person achtet auf Zeit und Stimmung. In jeder Gruppe hält eine Person das Protokoll; die anderen haben Rollen: {voices}.", "You lead and stay neutral. A second person watches time and mood. In each group one person keeps the record; the others have roles: {voices}."),
    # --- timetables ---------------------------------------------------------------------------------
    "plan": ("{minutes} Minuten", "{minutes} minutes"),
    "plan-20": ("Ein Hebel, eine Entscheidung, alle zusammen.", "One lever, one decision, all together."),
    "plan-90": ("Ein Spiel in Gruppen, die Spannweite des Raums, eine Falle.", "One game in groups, the spread of the room, one trap."),
    "plan-180": ("Zwei Spiele, drei Horizonte, rückwärts geplant.", "Two games, three horizons, planned backwards."),
    "plan-table": ("Ablauf in {minutes} Minuten", "Course of {minutes} minutes"),
    "time": ("Zeit", "Time"),
    "step": ("Was", "What"),
    "say": ("Sagen", "Say"),
    "show": ("Zeigen und tun", "Show and do"),
    "remote": ("Aus der Ferne", "Remotely"),
    "answer": ("Auflösung: »{lever}« auf {to} statt {before}. {indicator}: {values}.", "The answer: “{lever}” at {to} instead of {before}. {indicator}: {values}."),
    "answer-year": ("{year}: {value} (sonst {base})", "{year}: {value} (otherwise {base})"),
    "answer-none": ("Den Hebel gemeinsam wählen, vor aller Augen stellen.", "Choose the lever together and move it before everybody's eyes."),
    "question-none": ("Was glauben Sie: Wie steht es im Jahr {year}?", "What do you think: how will things stand in {year}?"),
    "decision-of": ("{year}, »{label}«: {question}", "{year}, “{label}”: {question}"),
    "begin-any": ("Jede Gruppe wählt die Welt, in der sie beginnt.", "Each group chooses the world in which it begins."),
    "begin-in": ("Alle beginnen in der Welt »{world}«.", "All begin in the world “{world}”."),
    # --- effects ------------------------------------------------------------------------------------
    "effects": ("Was jede Antwort allein bewegt", "What each answer moves by itself"),
    "effects-why": ("Zum Nachschlagen für Sie, nicht zum Zeigen: Unterschied im Jahr {year} gegenüber der Welt »{world}«, in der das Spiel beginnt, wenn nur diese eine Antwort gegeben wird; bei Prozent in Prozentpunkten.", "For you to look up, not to show: the difference in {year} against the world “{world}”, where the game begins, when only this one answer is given; in percentage points where it is per cent."),
    "option": ("Antwort", "Answer"),
    "effects-table": ("Unterschied im Jahr {year}", "Difference in {year}"),
    "is-default": ("{label} (geschieht, wenn niemand entscheidet)", "{label} (happens when nobody decides)"),
    # --- traps --------------------------------------------------------------------------------------
    "traps": ("Fallen und Fragen", "Traps and questions"),
    "traps-why": ("Diese Kreisläufe haben die Autor*innen benannt; ob sie sich aufschaukeln oder bremsen, folgt aus den Gleichungen. Fragen Sie bei jedem zuerst: Wo haben Sie das schon erlebt, und wer hat es zuerst bemerkt?", "These loops were named by the authors; whether they build up or damp down follows from the equations. With each, ask first: where have you seen this, and who noticed it first?"),
    "reinforcing": ("schaukelt sich auf", "builds up"),
    "balancing": ("bremst sich", "damps itself"),
    "trap-harms": ("So herum schadet er. An welchem Pfeil ließe er sich unterbrechen, von wem, und was kostet das?", "This way round it does harm. At which arrow could it be broken, by whom, and what does that cost?"),
    "trap-helps": ("So herum hilft er. Wer hält ihn in Gang, und woran merken Sie, dass er kippt?", "This way round it helps. Who keeps it going, and how do you notice that it turns?"),
    "trap-reinforcing": ("Er läuft auch andersherum. Was müsste dafür zuerst anders werden: »{first}« oder »{last}«?", "It runs the other way too. What would have to change first: “{first}” or “{last}”?"),
    "trap-balancing": ("Wen schützt diese Bremse, und wen hält sie auf? Was geschieht, wenn sie ausfällt?", "Whom does this brake protect, and whom does it hold up? What happens if it fails?"),
    "trap-lever": ("{levers} bei »{name}«", "{levers} at “{name}”"),
    "trap-levers": ("Hebel, die unmittelbar eingreifen: {levers}.", "Levers that act on it directly: {levers}."),
    "trap-no-lever": ("Kein Hebel greift unmittelbar ein. Wer könnte es trotzdem?", "No lever acts on it directly. Who could do it all the same?"),
    "no-loops": ("Die Autor*innen haben keine Kreisläufe benannt. Fragen Sie: Was macht sich hier selbst schlimmer?", "The authors named no loops. Ask: what makes itself worse here?"),
    # --- spread -------------------------------------------------------------------------------------
    "spread": ("Spannweite", "Spread"),
    "spread-why": ("Groß abschreiben. Nur ganze Gruppen, keine Namen. Zuerst über den Hebel reden, bei dem kleinster und größter Wert am weitesten auseinanderliegen.", "Copy in large. Whole groups only, no names. First talk about the lever where lowest and highest are furthest apart."),
    "spread-table": ("Hebel der Gruppen", "The groups' levers"),
    "lever": ("Hebel", "Lever"),
    "begin": ("am Anfang", "at the start"),
    "lowest": ("kleinster", "lowest"),
    "middle": ("mittlerer", "middle"),
    "highest": ("größter", "highest"),
    "moved": ("bewegt von", "moved by"),
    # --- care ---------------------------------------------------------------------------------------
    "care": ("Rücksicht", "Care"),
    "care-why": ("Diese Kapitel können Szenen erzählen, die nahegehen. Welche erzählt wird, hängt am Spiel.", "These chapters may tell scenes that come close. Which one is told depends on the play."),
    "care-of": ("{year}, »{title}«: {note}", "{year}, “{title}”: {note}"),
    "care-none": ("Keine Szene dieses Szenarios trägt einen Hinweis.", "No scene of this scenario carries a note."),
    "way-round": ("Wege darum herum", "Ways round"),
    "way-1": ("Auf der Seite steht der Hinweis vor der Szene; man kann sie verdeckt lassen. Am Lauf ändert das nichts.", "On the page the note stands before the scene, which can stay covered. It changes nothing about the run."),
    "way-2": ("In der Gruppe: Jemand anderes liest allein und sagt nur die Überschrift.", "In the group: somebody else reads it alone and says the title only."),
    "way-3": ("Wer hinausgeht, muss nichts erklären. Eine Person geht nach zwei Minuten nachsehen.", "Whoever leaves need not explain. After two minutes one person goes and looks."),
    "way-4": ("Niemand muss eigene Erfahrungen erzählen, und niemand wird danach gefragt.", "Nobody has to tell of their own experience, and nobody is asked to."),
    "help": ("Hilfe, wenn jemand sie braucht", "Help, if somebody needs it"),
    "help-1": ("Notruf: 112. Ärztlicher Bereitschaftsdienst: 116 117.", "Emergency: 112. Medical on-call service in Germany: 116 117."),
    "help-2": ("TelefonSeelsorge: 0800 111 0 111 oder 0800 111 0 222, kostenfrei, rund um die Uhr.", "TelefonSeelsorge (Germany, in German): 0800 111 0 111 or 0800 111 0 222, free, around the clock."),
    "help-3": ("Nummer gegen Kummer: Kinder und Jugendliche 116 111, Eltern 0800 111 0 550, kostenfrei.", "Nummer gegen Kummer (Germany): children and young people 116 111, parents 0800 111 0 550, free."),
    "help-local": ("Bei uns vor Ort", "Here, locally"),
    "help-check": ("Bitte vor dem Seminar prüfen, ob die Nummern noch stimmen und wann sie besetzt sind.", "Before the seminar please check that the numbers still hold and when they are staffed."),
    # --- origin -------------------------------------------------------------------------------------
    "origin": ("Woher die Zahlen kommen", "Where the numbers come from"),
    "origin-grades": ("{count} feste Größen stecken im Modell: {study} aus Studien, {statistic} aus Statistiken, {expert} von Fachleuten, {assumption} sind Annahmen. {uncertain} davon haben eine Spanne; aus ihr entsteht das Band in den Bildern.", "The model holds {count} constants: {study} from studies, {statistic} from statistics, {expert} from experts, {assumption} are assumptions. {uncertain} of them have a range; the band in the pictures comes from it."),
    "origin-past": ("Bis {now} fährt das Modell die Vergangenheit nach, getrieben von gemessenen Größen. So weit liegt es daneben:", "Until {now} the model retells the past, driven by what was measured. This is how far off it is:"),
    "origin-none": ("Für dieses Szenario gibt es keine gemessene Reihe, an der es sich prüfen ließe.", "There is no measured series against which this scenario could be tested."),
    "quoted": ("»{text}«", "“{text}”"),
    "past-table": ("Modell und Beobachtung", "Model and observation"),
    "number": ("Zahl", "Number"),
    "years": ("Jahre", "Years"),
    "error": ("mittlere Abweichung", "mean error"),
    "facts": ("Was sich ändern kann", "What may change"),
    "facts-why": ("Darauf stützen sich die Texte. Vor dem Seminar nachsehen, was überholt ist.", "The texts rely on this. Before the seminar check what is out of date."),
    "fact-of": ("{label}: {text} (Stand {stand}, prüfen bis {check})", "{label}: {text} (as of {stand}, check by {check})"),
    "sources": ("Quellen", "Sources"),
    # --- questions ----------------------------------------------------------------------------------
    "faq": ("Fragen, die kommen", "Questions that come"),
    "q-forecast": ("Ist das eine Vorhersage?", "Is this a forecast?"),
    "a-forecast": ("Nein. Es ist ein Argument, ausgeschrieben in Gleichungen: Wenn das so zusammenhängt, dann folgt jenes. Wer einen Zusammenhang bestreitet, ändert ihn und rechnet neu.", "No. It is an argument written out in equations: if things hang together like this, then that follows. Whoever disputes a link changes it and runs again."),
    "q-who": ("Wer hat sich die Zahlen ausgedacht?", "Who made up the numbers?"),
    "a-who": ("{authors}. Von {count} festen Größen sind {assumption} Annahmen, und sie heißen auch so; {sourced} kommen aus Studien, Statistiken oder von Fachleuten. Jede steht mit Spanne und Quelle auf der Seite, unter »Mehr → Woher kommen die Zahlen?«.", "{authors}. Of {count} constants {assumption} are assumptions, and are called so; {sourced} come from studies, statistics or experts. Each stands with range and source in the page, under “More → Where do the numbers come from?”."),
    "q-past": ("Woher wissen Sie, dass das Modell taugt?", "How do you know the model is any good?"),
    "a-past": ("Es erzählt die Jahre bis {now} nach und liegt im Mittel {error} % neben den Daten, gemessen an {series}. Das heißt nicht, dass es die Zukunft trifft; es heißt, dass es der Vergangenheit nicht widerspricht.", "It retells the years up to {now} and is {error}% off the data on average, measured against {series}. That does not mean it will hit the future; it means that it does not contradict the past."),
    "a-past-none": ("Gemessen ist hier nichts. Es ist ein Gedankenspiel mit offenen Annahmen, und so sollte man es behandeln.", "Nothing here was measured. It is a thought experiment with open assumptions and should be treated as one."),
    "q-other": ("Warum kommt bei der Nachbargruppe etwas anderes heraus?", "Why does the next group get something else?"),
    "a-other": ("Weil sie anders gestellt oder entschieden hat; dieselbe Eingabe gibt immer dieselbe Zukunft. Unter jeder Szene steht, warum sie erzählt wurde. Das Band zeigt, wie weit die Unsicherheit der festen Größen allein reicht.", "Because it set or decided otherwise; the same input always gives the same future. Below each scene stands why it was told. The band shows how far the uncertainty of the constants alone reaches."),
    "q-object": ("Und wenn ich eine Zahl für falsch halte?", "And if I think a number is wrong?"),
    "a-object": ("Dann widersprechen Sie: Zahl, eigener Wert, Grund. Die Seite rechnet damit neu (»Mehr → Woher kommen die Zahlen?«); auf Papier kommt die Karte an die Wand.", "Then object: the number, your own value, a reason. The page computes again with it (“More → Where do the numbers come from?”); on paper the card goes on the wall."),
    "q-score": ("Wer hat gewonnen?", "Who has won?"),
    "a-score": ("Niemand. Es gibt absichtlich keine Gesamtnote, denn jede Utopie hat einen Preis, und jemand zahlt ihn. Fragen Sie: Wer?", "Nobody. There is no total score on purpose, for every utopia has a price, and somebody pays it. Ask: who?"),
    "q-data": ("Was geschieht mit dem, was wir eingeben?", "What happens to what we enter?"),
    "a-data": ("Nichts. Die Seite kann nichts senden; sie läuft ohne Internet. Der Laufcode enthält nur Hebel und Antworten, keine Person.", "Nothing. The page cannot send anything; it runs without internet. The run code holds levers and answers only, no person."),
    "q-side": ("Auf welcher Seite stehen Sie?", "Whose side are you on?"),
    "a-side": ("Sagen Sie offen, dass Sie eine Meinung haben und heute nicht für sie werben. Fragen Sie zurück: Welche Stimme fehlt Ihnen hier?", "Say openly that you have an opinion and do not advertise it today. Ask back: which voice do you miss here?"),
    "q-why": ("Wozu Dystopien? Uns geht es schlecht genug.", "Why dystopias? We are badly enough off."),
    "a-why": ("Deshalb steht der Ärger am Anfang. Jede Dystopie hier hat einen Riss, an dem jemand anfängt; suchen Sie ihn, bevor Sie weitergehen.", "That is why anger comes first. Every dystopia here has a crack where somebody begins; look for it before you go on."),
}  # fmt: skip
"""key -> (German, English)."""


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in; plain text, not HTML."""
    text = WORDS[key][_position(lang)]
    return text.format(**values) if values else text


def step_words(key: str, lang: str) -> tuple[str, str, str, str]:
    """Title, what to say, what to show, and how to do it remotely; places for values are still open."""
    return STEPS[key][_position(lang)]


def _position(lang: str) -> int:
    return 1 if base_language(lang) == "en" else 0
