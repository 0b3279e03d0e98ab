import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const TableName = 'immersion_tracker';
const user = 'bench';
const owned = { pk: `USER#${user}`, user, timestamp: 1_730_000_000 };

/** One item of each kind, so that syncs find everything already recorded. */
const items = [
  { ...owned, sk: 'SHOW#a', folder_name: 'a' },
  { ...owned, sk: 'EPISODE#a#b', folder_name: 'a', file_name: 'b' },
  {
    ...owned,
    ...{ sk: 'MOVIE#m', file_name: 'm', tvdb_id: 1, tvdb_name: 'M', movie_duration: 5400 },
    tvdb_image: 'https://example.com/m.jpg',
  },
  {
    ...owned,
    ...{ sk: 'YOUTUBEVIDEO#v', youtube_video_id: 'v', youtube_video_title: 'V' },
    ...{ youtube_channel_id: 'c', youtube_video_duration: 600 },
  },
  {
    ...owned,
    ...{ sk: 'SPOTIFYEPISODE#e', spotify_episode_id: 'e', spotify_episode_title: 'E' },
    ...{ spotify_show_id: 's', spotify_episode_duration: 900 },
  },
];

/**
 * The first request of each function that is not a GET without a query, and its expected status. None of them
 * asks a provider, whose time would count too: everything to be recorded already is, and the show and the movie to
 * update do not exist.
 */
const requests: Readonly<Record<string, readonly [body: unknown, status: number]>> = {
  syncEpisodes: [{ episodes: [{ folder_name: 'a', file_name: 'b' }] }, 200],
  syncMovies: [{ movies: [{ file_name: 'm', tvdb_id: 1 }] }, 200],
  syncYoutube: [{ video_ids: ['v'] }, 200],
  syncSpotify: [{ episode_ids: ['e'] }, 200],
  updateShow: [{ folder_name: 'absent', tvdb_id: 1 }, 404],
  updateMovie: [{ file_name: 'absent', tvdb_id: 1 }, 404],
  lookup: [{ ids: ['EPISODE#a#b', 'MOVIE#m'] }, 200],
  rewatch: [{ ids: ['EPISODE#a#b'], watched_at: 1_730_000_001 }, 200],
  updateWatched: [{ id: 'EPISODE#a#b', watched_at: 1_730_000_000 }, 200],
  getRecords: [{ ids: ['EPISODE#a#b', 'MOVIE#m'] }, 200],
  remove: [{ ids: ['EPISODE#absent#b'] }, 200],
  restore: [{ records: items.filter(({ sk }) => sk === 'MOVIE#m') }, 200],
  updateSettings: [{ day_starts_at_hour: 4 }, 200],
};

/** Creates the table and fills it with the items. */
export async function fillTable(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 }, { TableName });
  const documents = DynamoDBDocumentClient.from(client);
  for (const Item of items) await documents.send(new PutCommand({ TableName, Item }));
  client.destroy();
}

/** The first request of a function, as an event of API Gateway, and the expected status. */
export function firstRequest(name: string): { readonly event: unknown; readonly status: number } {
  const [body, status] = requests[name] ?? [null, 200];
  const event = {
    resource: '/',
    httpMethod: body === null ? 'GET' : 'POST',
    headers: { Accept: '*/*' },
    queryStringParameters: null,
    body: body === null ? null : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { requestId: 'bench', authorizer: { principalId: user } },
  };
  return { event, status };
}
