using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Notifications;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.PrivateCa.Revocation;
using Infra.Local.S3;

namespace Infra.Local.PrivateCa.Operations;

/// <summary>Create, describe, list, update, delete and restore certificate authorities.</summary>
public sealed class AuthorityOperations(
    AuthorityStore store, ServiceObjects objects, CrlPublisher crls, AuthorityNotices notices, AwsAccount account, TimeProvider clock)
{
    /// <summary>Days that a deleted CA can be restored; API reference, <c>PermanentDeletionTimeInDays</c> (7 to 30).</summary>
    private const int DefaultRestorableDays = 30;

    /// <summary>See <see cref="PrivateCaOptions.UpdateTime"/>.</summary>
    public TimeSpan UpdateTime { get; init; } = TimeSpan.Zero;

    private readonly IdempotencyTokens _tokens = new(clock);

    public JsonObject Create(MemberReader request, Principal caller)
    {
        var type = request.RequiredOneOf("CertificateAuthorityType", "ROOT", "SUBORDINATE");
        var usage = request.OneOf("UsageMode", "GENERAL_PURPOSE", "SHORT_LIVED_CERTIFICATE") ?? "GENERAL_PURPOSE";
        var standard = request.OneOf(
            "KeyStorageSecurityStandard", "FIPS_140_2_LEVEL_2_OR_HIGHER", "FIPS_140_2_LEVEL_3_OR_HIGHER", "CCPC_LEVEL_1_OR_HIGHER");
        var token = request.IdempotencyToken();
        var tags = AuthorityTags.Read(request);
        var configuration = AuthorityConfiguration.Read(request.RequiredStructure("CertificateAuthorityConfiguration"));
        var revocation = RevocationConfiguration.Read(request.Structure("RevocationConfiguration"), RevocationConfiguration.Off);
        request.ThrowIfInvalid();

        var arn = _tokens.Once("CreateCertificateAuthority", token, () =>
        {
            var newArn = account.Arn("acm-pca", $"certificate-authority/{store.TakeId()}");
            CrlBucket.Check(objects, revocation.Crl, newArn, caller);
            var authority = new CertificateAuthority(newArn, type, usage, configuration, clock.GetUtcNow())
            {
                Revocation = revocation,
                KeyStorageSecurityStandard = standard ?? "FIPS_140_2_LEVEL_3_OR_HIGHER",
            };
            TagOperations.Add(authority, tags);
            store.Add(authority);
            notices.Created(newArn);
            return newArn;
        });
        return new JsonObject { ["CertificateAuthorityArn"] = arn };
    }

    public JsonObject Describe(MemberReader request, Principal caller)
    {
        var authority = request.AuthorityIn(store);
        return new JsonObject { ["CertificateAuthority"] = AuthorityDocument.Of(authority, account.Id, clock.GetUtcNow()) };
    }

    public JsonObject List(MemberReader request, Principal caller)
    {
        var others = request.OneOf("ResourceOwner", "SELF", "OTHER_ACCOUNTS") == "OTHER_ACCOUNTS";
        var now = clock.GetUtcNow();
        return PageOfItems.Of(
            request, "CertificateAuthorities", others ? [] : [.. store.All.Select(ca => AuthorityDocument.Of(ca, account.Id, now))]);
    }

    public JsonObject Update(MemberReader request, Principal caller)
    {
        var arn = request.AuthorityArn();
        var status = request.OneOf(
            "Status", "CREATING", "PENDING_CERTIFICATE", "ACTIVE", "DELETED", "DISABLED", "EXPIRED", "FAILED");
        request.ThrowIfInvalid();
        var (authority, now) = (store.Get(arn), clock.GetUtcNow());
        authority.DemandStatus(now, "updating", AuthorityStatus.Active, AuthorityStatus.Disabled);
        if (authority.UpdatedAt + UpdateTime > now)
        {
            throw new AwsException(
                "ConcurrentModificationException", $"A previous update to {arn} is still ongoing; send this one again in a moment.");
        }

        if (status is not (null or AuthorityStatus.Active or AuthorityStatus.Disabled))
        {
            throw PrivateCaErrors.InvalidArgs($"Status is {status}; a certificate authority can be set to ACTIVE or "
                + "DISABLED only.");
        }

        if (request.Structure("RevocationConfiguration") is { } revocation)
        {
            var wanted = RevocationConfiguration.Read(revocation, authority.Revocation);
            request.ThrowIfInvalid();
            CrlBucket.Check(objects, wanted.Crl, arn, caller);
            authority.Revocation = wanted;
        }

        authority.UpdatedAt = now;
        authority.MoveTo(status ?? authority.StatusAt(now), now);
        crls.ConfigurationChanged(authority);
        return [];
    }

    public JsonObject Delete(MemberReader request, Principal caller)
    {
        var days = request.Number("PermanentDeletionTimeInDays", 7, 30) ?? DefaultRestorableDays;
        var (authority, now) = (request.AuthorityIn(store), clock.GetUtcNow());
        authority.DemandStatus(
            now,
            "deletion, so disable it first",
            AuthorityStatus.PendingCertificate,
            AuthorityStatus.Disabled,
            AuthorityStatus.Expired);
        authority.Delete(now, TimeSpan.FromDays(days));
        return [];
    }

    public JsonObject Restore(MemberReader request, Principal caller)
    {
        var (authority, now) = (request.AuthorityIn(store), clock.GetUtcNow());
        authority.DemandStatus(now, "restoring", AuthorityStatus.Deleted);
        authority.Restore(now);
        crls.ConfigurationChanged(authority);
        return [];
    }
}
