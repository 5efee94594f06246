import { Contact, Markdown, FieldLink } from '../components';

/** Texts of a list, each as Markdown. */
export function texts(items: readonly string[]) {
  return items.map((item, index) => <Markdown key={index} content={item} />);
}

/** People and teams of a list. */
export function contacts(items: readonly string[]) {
  return items.map((item, index) => <Contact key={index} text={item} />);
}

/** Titled links of a list. The schema allows http, https and mailto. */
export function links(items: readonly { title: string; url: string }[]) {
  return items.map((item, index) => (
    <FieldLink key={index} to={item.url}>
      {item.title}
    </FieldLink>
  ));
}
