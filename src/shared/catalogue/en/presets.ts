/** Words of presets: texts kept for use again. */
export const presets = {
  title: 'Presets',
  hint: 'Texts you use again and again. Put one into a message with the button beside the field, or by typing / into it.',
  variables:
    'Words in double braces are variables: {{date}}, {{time}}, {{user}}, {{chat}} and {{model}} fill themselves, here and in the system prompt; you are asked for every other one when you use the preset.',
  none: 'No presets yet.',
  addExamples: 'Add three examples',
  examples: [
    {
      name: 'Translate',
      text: 'Translate this into {{language}}, and keep names and numbers as they are:\n\n',
    },
    {
      name: 'What did we decide',
      text: 'What did we decide about {{topic}} so far, when, and what is still open?',
    },
    {
      name: 'Review my text',
      text: 'Review the text below as {{reader}} would. List what is unclear, then give a better version.\n\n',
    },
  ],
  add: 'Add a preset',
  edit: (name: string): string => `Edit “${name}”`,
  delete: (name: string): string => `Delete “${name}”`,
  deleted: (name: string): string => `The preset “${name}” is deleted.`,
  name: 'Name',
  text: 'Text',
  asks: (names: string): string => `Asks for: ${names}`,
  asksNothing: 'Asks for nothing.',
  save: 'Save',
  failed: 'The presets could not be read.',
  use: 'Insert a preset',
  manage: 'Edit presets…',
  fill: (name: string): string => `Fill in “${name}”`,
  insert: 'Insert',
} as const;
