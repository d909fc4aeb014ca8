import {
  IconBrandSpeedtest,
  IconCalendar,
  IconClockCheck,
  IconFileImport,
  IconHistory,
  IconKey,
  IconMail,
  IconMessageDots,
  IconRobot,
  IconRoute,
  IconSchool,
  IconSettings,
  IconTags,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Permission } from '../../../shared/contracts/permissions.ts'
import type { WordKey } from '../../../shared/words/say.ts'

export type Section = {
  path: string
  word: WordKey
  about: WordKey
  icon: TablerIcon
  /** Hidden from those who lack it; null for everyone. */
  needs: Permission | null
}

export type Group = { word: WordKey; sections: readonly Section[] }

/** Every page of the settings, in the order shown. */
export const GROUPS: readonly Group[] = [
  {
    word: 'settings.group-own',
    sections: [
      { path: '/settings/me', word: 'settings.me', about: 'settings.me-about', icon: IconUserCircle, needs: null },
    ],
  },
  {
    word: 'settings.group-workspace',
    sections: [
      {
        path: '/settings/workspace',
        word: 'settings.workspace',
        about: 'settings.workspace-about',
        icon: IconSettings,
        needs: 'workspace:change',
      },
      {
        path: '/settings/people',
        word: 'settings.people',
        about: 'settings.people-about',
        icon: IconUsers,
        needs: 'people:read',
      },
      {
        path: '/settings/teams',
        word: 'settings.teams',
        about: 'settings.teams-about',
        icon: IconUsersGroup,
        needs: 'people:read',
      },
    ],
  },
  {
    word: 'settings.group-service',
    sections: [
      {
        path: '/settings/channels',
        word: 'settings.channels',
        about: 'settings.channels-about',
        icon: IconMail,
        needs: 'channel:change',
      },
      {
        path: '/settings/imports',
        word: 'settings.imports',
        about: 'settings.imports-about',
        icon: IconFileImport,
        needs: 'feedback:import',
      },
      {
        path: '/settings/taxonomy',
        word: 'settings.taxonomy',
        about: 'settings.taxonomy-about',
        icon: IconTags,
        needs: 'taxonomy:change',
      },
      {
        path: '/settings/learning',
        word: 'settings.learning',
        about: 'settings.learning-about',
        icon: IconSchool,
        needs: 'insight:read',
      },
      {
        path: '/settings/templates',
        word: 'settings.templates',
        about: 'settings.templates-about',
        icon: IconMessageDots,
        needs: 'template:change',
      },
      {
        path: '/settings/promises',
        word: 'settings.promises',
        about: 'settings.promises-about',
        icon: IconClockCheck,
        needs: 'promise:change',
      },
      {
        path: '/settings/calendar',
        word: 'settings.calendar',
        about: 'settings.calendar-about',
        icon: IconCalendar,
        needs: 'promise:change',
      },
      {
        path: '/settings/routing',
        word: 'settings.routing',
        about: 'settings.routing-about',
        icon: IconRoute,
        needs: 'promise:change',
      },
    ],
  },
  {
    word: 'settings.group-operation',
    sections: [
      {
        path: '/settings/keys',
        word: 'settings.keys',
        about: 'settings.keys-about',
        icon: IconKey,
        needs: 'key:change',
      },
      {
        path: '/settings/outside-model',
        word: 'settings.outside-model',
        about: 'settings.outside-model-about',
        icon: IconRobot,
        needs: 'workspace:change',
      },
      {
        path: '/settings/audit',
        word: 'settings.audit',
        about: 'settings.audit-about',
        icon: IconHistory,
        needs: 'audit:read',
      },
      {
        path: '/settings/jobs',
        word: 'settings.jobs',
        about: 'settings.jobs-about',
        icon: IconBrandSpeedtest,
        needs: 'job:read',
      },
    ],
  },
]
