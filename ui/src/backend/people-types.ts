// The people of a request and what stands in force after it, as they pass between the window and the core.

import type { Address, IdentityMethod, IdentityStatus, RepresentativeKind } from './types';

/** What stands in force after a case. */
export type InForceKind = 'begrensning' | 'sperring' | 'reservasjon' | 'begrenset-lagring' | 'protest-markedsforing';

/** What stands in force, and when somebody has to look at it again. */
export interface InForce {
  kind: InForceKind;
  label: string;
  ground: string;
  since_on: string;
  review_on: string | null;
  review_due: boolean;
}

/** Whoever acts for the person, as the core shows them. */
export interface Representative {
  kind: RepresentativeKind;
  kind_label: string;
  name: string;
  address: Address | null;
  evidence: string | null;
  /** What the authority covers; everything where both are empty. */
  registers: string[];
  rights: string[];
  valid_to: string | null;
  seen_by: string | null;
  seen_on: string | null;
  /** Why they may not act in this case today. */
  against: string | null;
}

/** The same as the core takes it. */
export type RepresentativeIn = Omit<Representative, 'kind' | 'kind_label' | 'against'> & {
  kind: RepresentativeKind | null;
};

/** Who has parental responsibility for a child beside whoever acts for it, as the core shows them. */
export interface OtherParent {
  name: string;
  address: Address | null;
  /** How it is known. */
  evidence: string | null;
}

/** The same as the core takes it. */
export type OtherParentIn = Omit<OtherParent, 'name'> & { name: string | null };

/** What a case of the request claims. */
export interface Claim {
  register: string;
  register_label: string;
  right: string;
  right_label: string;
}

/** Another number of the person, which somebody linked. */
export interface LinkedNumber {
  place: number;
  masked: string | null;
  kind: string | null;
  reason: string | null;
  by: string;
  on: string;
}

/** A change of what is known of who the person is. */
export interface IdentityStep {
  status: IdentityStatus;
  method: IdentityMethod | null;
  method_label: string | null;
  on: string | null;
  by: string;
  recorded_on: string;
}
