using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>Every private CA of the account.</summary>
public sealed partial class AuthorityStore(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, CertificateAuthority> _authorities = new();
    private readonly ConcurrentQueue<string> _nextIds = new();

    /// <summary>Oldest first; without those whose time to be restored is over.</summary>
    public IEnumerable<CertificateAuthority> All => _authorities.Values
        .Where(IsThere)
        .OrderBy(authority => authority.CreatedAt)
        .ThenBy(authority => authority.Arn, StringComparer.Ordinal);

    public CertificateAuthority? Find(string arn) =>
        _authorities.GetValueOrDefault(arn) is { } found && IsThere(found) ? found : null;

    /// <summary>The next CA has this id, so that an environment file can name it.</summary>
    public void NextIs(string id) => _nextIds.Enqueue(id);

    /// <summary>The id of a new CA.</summary>
    public string TakeId() => _nextIds.TryDequeue(out var id) ? id : Guid.NewGuid().ToString();

    public void Add(CertificateAuthority authority) => _authorities[authority.Arn] = authority;

    /// <exception cref="AwsException"><c>InvalidArnException</c> or <c>ResourceNotFoundException</c>.</exception>
    public CertificateAuthority Get(string arn)
    {
        if (!ArnForm().IsMatch(arn))
        {
            throw PrivateCaErrors.InvalidArn(
                $"'{arn}' is not the ARN of a private CA, which has the form "
                    + "arn:<partition>:acm-pca:<region>:<account>:certificate-authority/<uuid>.");
        }

        return Find(arn) ?? throw PrivateCaErrors.NotFound($"Could not find Certificate Authority {arn}.");
    }

    public void Dispose()
    {
        foreach (var authority in _authorities.Values)
        {
            authority.Dispose();
        }
    }

    private bool IsThere(CertificateAuthority authority) =>
        authority.RestorableUntil is not { } until || until > clock.GetUtcNow();

    [GeneratedRegex(@"\Aarn:[a-z-]+:acm-pca:[a-z0-9-]+:[0-9]{12}:certificate-authority/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex ArnForm();
}
