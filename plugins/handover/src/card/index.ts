export { HandoverCard, type HandoverCardProps } from './HandoverCard';
