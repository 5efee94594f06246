import { Link } from '@backstage/core-components';
import MuiLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';
import ReactMarkdown, { type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CopyableCommand } from './CopyableCommand';
import { useLinkSchemes } from './useLinkSchemes';
import { safeLinkTarget } from './safeLinkTarget';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflowWrap: 'anywhere',
      lineHeight: 1.5,
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      '& p, & ul, & ol, & table': {
        marginTop: theme.spacing(0.5),
        marginBottom: theme.spacing(1),
      },
      '& ul, & ol': { paddingLeft: theme.spacing(3) },
      '& code': {
        fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
        fontSize: '0.875em',
        padding: '1px 4px',
        borderRadius: 3,
        backgroundColor: theme.palette.action.hover,
      },
      '& pre code': { padding: 0, backgroundColor: 'transparent' },
      '& table': { borderCollapse: 'collapse' },
      '& th, & td': {
        border: `1px solid ${theme.palette.divider}`,
        padding: theme.spacing(0.5, 1),
        textAlign: 'left',
      },
      '& blockquote': {
        margin: theme.spacing(1, 0),
        paddingLeft: theme.spacing(1.5),
        borderLeft: `3px solid ${theme.palette.divider}`,
      },
      '& a': { color: theme.palette.link },
    },
  }),
  { name: 'HandoverMarkdown' },
);

/**
 * Characters and words that can mean anything in Markdown. A text without them
 * is shown as it is: most fields are a plain sentence, and a document with
 * hundreds of them must not wait for hundreds of parser runs.
 */
const MARKUP = /[*_`~#[\]<>|\\&\n!+=]|^\s*[-\d]|:\/\/|www\.|@|mailto:/;

// The section that holds the text owns the headings and their anchors; a
// heading written in a field only stands out.
function Emphasized({ children }: PropsWithChildren<{}>) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

const headings = {
  h1: Emphasized,
  h2: Emphasized,
  h3: Emphasized,
  h4: Emphasized,
  h5: Emphasized,
  h6: Emphasized,
};

type HastNode = { value?: string; children?: HastNode[] };

function textOf({ value = '', children = [] }: HastNode): string {
  return value + children.map(textOf).join('');
}

const components: Options['components'] = {
  ...headings,
  a: ({ href, children }) => {
    if (!href) {
      return <>{children}</>;
    }
    return /^(https?:|\/)/i.test(href) ? (
      <Link to={href}>{children}</Link>
    ) : (
      <MuiLink href={href}>{children}</MuiLink>
    );
  },
  // A fenced block is a command somebody will need to type.
  pre: ({ node }) => <CopyableCommand command={textOf(node)} />,
  // A picture would tell its host who reads the handover, and when.
  img: ({ alt, src }) => <>{alt || src}</>,
};

export type MarkdownProps = {
  content: string;
  className?: string;
};

/**
 * Shows a text field of a handover. HTML is dropped, pictures become their
 * description, and links lead only to http, https, mailto, tel, the portal
 * itself and the schemes in `handover.links.schemes`.
 */
export function Markdown({ content, className }: MarkdownProps) {
  const classes = useStyles();
  const schemes = useLinkSchemes();
  const root = className ? `${classes.root} ${className}` : classes.root;
  if (!MARKUP.test(content)) {
    return (
      <div className={root}>
        <p>{content}</p>
      </div>
    );
  }
  return (
    <ReactMarkdown
      className={root}
      remarkPlugins={[remarkGfm]}
      skipHtml
      components={components}
      transformLinkUri={href => safeLinkTarget(href, schemes) ?? ''}
      transformImageUri={() => ''}
    >
      {content}
    </ReactMarkdown>
  );
}
