import { Heading, Label, ToggleGroup } from '@digdir/designsystemet-react';
import type { Claim } from '../../backend/people-types';
import type { Language } from '../../backend/types';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { Pane } from '../../frame/pane';
import { useTexts } from '../../texts/texts';
import { Attachments } from './attachments';
import type { IntakeDraft } from './draft';
import { FileFields } from './file-fields';
import { PersonFields } from './person-fields';
import type { ShownProblems } from './problems';
import { ProtectionFields, RepresentativeFields } from './representative-fields';
import type { Files } from './use-files';

export interface PartProps {
  draft: IntakeDraft;
  problems: ShownProblems;
  change: (changed: Partial<IntakeDraft>) => void;
}

interface Props extends PartProps {
  files: Files;
  claims: readonly Claim[];
  today: string;
}

/** Left: what came in. The order of the fields follows the letter in the hand. */
export function SourcePane({ draft, problems, change, files, claims, today }: Props) {
  const texts = useTexts();
  const t = texts.intake.source;
  return (
    <Pane label={t.title} className="intake-source">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <div className="row">
        <ChoiceField
          path="channel"
          className="channel"
          label={t.channel}
          value={draft.channel}
          empty={t.choose}
          choices={choicesOf(texts.codes.channel)}
          problem={problems.at('channel')}
          onChange={(channel) => change({ channel: channel as IntakeDraft['channel'] })}
        />
        <DateField
          path="received_on"
          className="received"
          label={t.received}
          value={draft.receivedOn}
          problem={problems.at('received_on')}
          onChange={(receivedOn) => change({ receivedOn })}
          onBlur={() => problems.leave('received_on', draft.receivedOn)}
        />
        <div className="language">
          <Label id="felt-language-label" asChild>
            <span>{t.language}</span>
          </Label>
          <ToggleGroup
            aria-labelledby="felt-language-label"
            value={draft.language}
            onChange={(language) => change({ language: language as Language })}
          >
            {choicesOf(texts.codes.language).map((choice) => (
              <ToggleGroup.Item key={choice.value} value={choice.value}>
                {choice.label}
              </ToggleGroup.Item>
            ))}
          </ToggleGroup>
        </div>
      </div>
      <PersonFields draft={draft} problems={problems} change={change} />
      <ProtectionFields draft={draft} problems={problems} change={change} />
      <RepresentativeFields draft={draft} problems={problems} change={change} claims={claims} today={today} />
      <TextField
        path="text"
        label={t.text}
        value={draft.text}
        rows={7}
        lang={draft.language}
        problem={problems.at('text')}
        onChange={(text) => change({ text })}
      />
      <FileFields draft={draft} problems={problems} change={change} files={files} />
      <Attachments draft={draft} problems={problems} change={change} />
      <TextField
        path="their_reference"
        label={t.theirReference}
        value={draft.theirReference}
        problem={problems.at('their_reference')}
        onChange={(theirReference) => change({ theirReference })}
      />
      <TextField
        path="archive_number"
        label={t.archiveNumber}
        value={draft.archiveNumber}
        problem={problems.at('archive_number')}
        onChange={(archiveNumber) => change({ archiveNumber })}
      />
    </Pane>
  );
}
