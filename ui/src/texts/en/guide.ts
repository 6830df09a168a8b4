import type { Texts } from '../languages';

export const guide: Texts['guide'] = {
  title: 'User’s guide',
  intro: 'Short chapters, one for each task. Press Ctrl K at any time to find an action. The pictures are of the window in bokmål.',
  search: 'Search the guide',
  chapters: 'Chapters',
  nothing: (words) => `No chapter says anything about “${words}”.`,
  found: (count) => (count === 1 ? '1 chapter matches' : `${count} chapters match`),
  text: {
    register: {
      title: 'Registering a request',
      intro: 'A request can hold several claims. Each claim becomes a case with a deadline of its own.',
      picture: 'The form for a new request: what came in is on the left, and the cases it becomes are on the right.',
      steps: [
        'Press Ctrl N, or choose “New request” in the menu.',
        'Write how and when the request came. The deadline is counted from the day it reached you, not from the day you register it.',
        'Write the name and the identity number as they stand in the request, and paste the text.',
        'Add the register the claim concerns, and tick what the person asks for. On the right you see at once who answers and when.',
        'Press Ctrl Enter to register. If something is missing, F8 takes you from one error to the next.',
      ],
      tips: [
        'What you write is kept while you write. If the machine stops, you find it again when you unlock.',
        'Drop the files that came with it on the form, paste them, or choose them. You are told at once what cannot be attached, and the rest goes into the case when you register.',
        'If the person has written before, it says so under the identity number. Beside one another you see what is the same and what differs. That you look is logged, and nothing is joined by itself.',
        'If the person asks for everything you hold, choose “Everything we hold about the person”, and tick what the person is to you.',
      ],
    },
    find: {
      title: 'Finding a case or a person',
      intro: 'The work list shows the cases by deadline. The search finds words in the cases, or one person.',
      picture: 'The work list with the search field and filters at the top and the selected case on the right.',
      steps: [
        'Press Ctrl F and type words from the case, or a whole identity number. A search for a person is written in the access log.',
        'Choose filters for register, right, track or state. “Reset” removes them.',
        'Move up and down the list with the arrow keys, and open the case with Enter.',
        'If you know the case number, press Ctrl K and type it. “2026/12” is enough.',
      ],
      tips: [
        'In a case, Alt with arrow up or down takes you to the previous and next case in the list.',
        'The filters can be saved as a view in the menu, “Complaints” and “Restriction in force” too.',
      ],
    },
    ask: {
      title: 'Asking the person for something',
      intro: 'If identity, authority, clarification or documentation is missing, you ask in a letter. The case waits until the answer comes.',
      picture: 'A case with the next step at the top and the deadline on the right.',
      steps: [
        'Open the case. Under “Considered for you” it says whether there is a need to ask, and why.',
        'Choose “Write the letter” at the proposal. When the letter is locked, the case is put on hold.',
        'When the answer comes, choose “Record the answer” and write the day it came. The deadline is worked out anew.',
        'If it does not come, the program proposes a reminder once the day has passed.',
      ],
      tips: ['Not every question stops the clock. Under “Deadlines” you see what holds for each case.'],
    },
    extend: {
      title: 'Extending the deadline',
      intro: 'If the claim is complex, or there are many claims, the deadline can be extended to three months from receipt.',
      picture: 'The dialogue for a longer deadline shows the last day for the notice and the longest deadline the law allows.',
      steps: [
        'Choose “Propose a longer deadline” under “More” in the case.',
        'Choose the reason, write the reasons to the person, and say when the answer can be expected.',
        'Write the notice to the person. The deadline stays the same until the notice is sent.',
      ],
      tips: ['The notice must be sent before the ordinary deadline has passed. After that it cannot be extended.'],
    },
    decide: {
      title: 'Deciding the case',
      intro: 'The checklist says what must be assessed. Your answers are the reasons later.',
      picture: 'The checklist of a case, with answers and sources.',
      steps: [
        'Answer the checks under “Checklist”. Each shows its source.',
        'Choose “Decide”. Choose the outcome and write the reasons as the person is to read them.',
        'Write the answer. The reasons are already in it.',
        'Go through “Measures” afterwards: what must be carried out in the register, and who is to be told.',
      ],
      tips: ['If the claim belongs elsewhere, choose “Forward the case”. The person is told who answers.'],
    },
    letter: {
      title: 'Writing and sending letters',
      intro: 'The letter is put together from fixed texts and what you fill in. You see it as the recipient gets it.',
      picture: 'The letter: contents on the left, the page in the middle and the checks on the right.',
      steps: [
        'Choose “Write a letter” in the case, and choose the kind of letter.',
        'Fill in the fields that must be filled in. The page is drawn anew while you write.',
        'See “Checks before sending”. What stops the letter has a link to the field.',
        'Press Ctrl Enter to finish and lock. The letter gets a number and cannot be changed afterwards.',
        'Save or open the PDF, and send it by the channel you chose.',
      ],
      tips: [
        'If something is wrong in a letter that was sent, choose “Correct the letter”. The new letter refers to the old one.',
        'If the letter comes back, record it on the letter, and send it again from there.',
      ],
    },
    approve: {
      title: 'Approving letters',
      intro: 'Where the office has decided so, a lead approves refusals, erasures and section 25 decisions before they are sent.',
      picture: 'The settings, where the office decides whether letters are approved.',
      steps: [
        'Whoever writes the letter chooses “Send for approval”.',
        'The lead finds the letters with the filter “For approval”, reads the letter, and approves it or sends it back.',
        'If anything is changed afterwards, the letter must be approved again.',
      ],
      tips: ['Nobody can approve their own letter.'],
    },
    deadlines: {
      title: 'Following the deadlines',
      intro: '“Deadlines” shows what is overdue, what is soon due, what is waiting, and what is extended.',
      picture: 'The deadlines in a calendar and in figures, by register and by track, with the cases below.',
      steps: [
        'Choose a figure to see the cases behind it, or a day of the calendar to see the cases due then.',
        'Open a case and choose “Why this date?” to see each step of the reckoning, with its source.',
        'Save the list as CSV if it is to go to a meeting, or the deadlines as a calendar if you want them in a calendar program. Nobody is named in the calendar. To have it kept up to date, choose a place for it under “Settings”.',
      ],
      tips: [
        'The internal date is the office’s own. It changes no deadline in law.',
        'If the case shows that personal data have gone astray, choose “More” and “Register a breach”. The program counts the 72 hours in which it is notified, and reminds whoever has the case of them.',
      ],
    },
    backup: {
      title: 'Making a backup',
      intro: 'An administrator copies the whole store. The copy is opened and checked before it counts.',
      picture: 'The settings with the backup.',
      steps: [
        'Choose “Settings” and “Back up now”.',
        'Choose a memory stick or a disk other than the one the store is on.',
        'Wait until it says that all is as it should be.',
      ],
      tips: ['The copy is encrypted with the same passphrases. If all forget theirs, nobody can open it.'],
    },
    keys: {
      title: 'Keyboard shortcuts',
      intro: 'Everything can be done without a mouse. No shortcut needs AltGr, and none is a single letter.',
      picture: 'The list that comes with Ctrl K, with what can be done on the screen at the top.',
      steps: [
        'Ctrl K finds any action or place, a case number or a register.',
        'Ctrl Enter does the next step on the screen you are on.',
        'F6 takes you to the next part of the screen, and F8 to the next error.',
        'Ctrl 1 to Ctrl 5 go to the places in the menu.',
        'Ctrl and plus make everything larger, Ctrl and minus make it smaller.',
        'F1 shows all the shortcuts.',
      ],
      tips: ['The line at the bottom shows the shortcuts that work just where you are.'],
    },
  },
};
