using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Infra.Local.Iam.Roles;

/// <summary>One credential for each session of a role that ever was, made at the first question and never forgotten.</summary>
/// <remarks>
/// The key of a deleted role still names that role, which then has no policies. Forgetting it would make whoever still holds it
/// the administrator, since that is what an unknown key is.
/// </remarks>
internal sealed class RoleKeys
{
    /// <summary>Access key ids of temporary credentials begin so and have 20 characters (IAM user guide, "Unique identifiers").</summary>
    private const string AccessKeyPrefix = "ASIA";

    private const string AccessKeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly ConcurrentDictionary<RoleSession, RoleCredentials> _bySession = new();
    private readonly ConcurrentDictionary<string, RoleSession> _byKey = new();

    public RoleCredentials For(RoleSession session)
    {
        var credentials = _bySession.GetOrAdd(session, _ => new RoleCredentials(
            AccessKeyPrefix + RandomNumberGenerator.GetString(AccessKeyCharacters, 16),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(96))));
        _byKey[credentials.AccessKeyId] = session;
        return credentials;
    }

    public RoleSession? Find(string accessKeyId) => _byKey.GetValueOrDefault(accessKeyId);
}
