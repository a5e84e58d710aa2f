/** Words of the first screen. */
export const welcome = {
  heading: 'It remembers the whole chat and sends only what matters.',
  lead: 'An example of 65 messages: the question needed messages 7, 18 and 41, so only those came back.',
  figure:
    'Of 65 messages the first 44 become one summary, the last 21 are sent as they are, and three old ones are recalled.',
  summarised: 'Messages 1–44 become one summary',
  sent: 'Messages 45–65 are sent as they are',
  all: 'All messages, 8,437',
  engram: 'Engram, 4,136',
  window: 'Window 8,000',
  over: '1,637 over',
  spare: '2,664 to spare',
  messages: 'Messages',
  start: {
    title: 'Start a chat',
    text: 'Works without a key and without a network. Replies are quotes from memory until you connect a model.',
    action: 'Start a chat',
    note: 'Nothing leaves this computer',
  },
  import: {
    title: 'Bring a conversation',
    text: 'Choose a file of conversations. Each of its sessions becomes a chat that memory can search and recall.',
    action: 'Import a conversation',
    note: 'The file is only read, never changed',
  },
  foot: 'You can change everything at any time in',
} as const;
