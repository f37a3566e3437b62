using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Operations;

/// <summary>Tags of certificate authorities.</summary>
public sealed class TagOperations(AuthorityStore store, TimeProvider clock)
{
    public JsonObject Tag(MemberReader request, Principal caller)
    {
        var tags = AuthorityTags.Read(request, isRequired: true);
        Add(Find(request), tags);
        return [];
    }

    public JsonObject Untag(MemberReader request, Principal caller)
    {
        var tags = AuthorityTags.Read(request, isRequired: true);
        var authority = Find(request);
        foreach (var (key, value) in tags)
        {
            // With a value only that very pair is removed; API reference, UntagCertificateAuthority.
            if (value is null || authority.Tags.GetValueOrDefault(key) == value)
            {
                authority.Tags.TryRemove(key, out _);
            }
        }

        return [];
    }

    public JsonObject List(MemberReader request, Principal caller)
    {
        var tags = AuthorityTags.ToJson(Find(request).Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal));
        return PageOfItems.Of(request, "Tags", [.. tags.Select(tag => tag!.DeepClone().AsObject())]);
    }

    /// <exception cref="AwsException"><c>TooManyTagsException</c>; then none is added.</exception>
    public static void Add(CertificateAuthority authority, IReadOnlyList<(string Key, string? Value)> tags)
    {
        var together = authority.Tags.Keys.Union(tags.Select(tag => tag.Key)).Count();
        if (together > AuthorityTags.Maximum)
        {
            throw new AwsException(
                "TooManyTagsException", $"{authority.Arn} would have {together} tags; at most {AuthorityTags.Maximum} "
                    + "are allowed. Remove some first.");
        }

        foreach (var (key, value) in tags)
        {
            authority.Tags[key] = value ?? string.Empty;
        }
    }

    private CertificateAuthority Find(MemberReader request)
    {
        var authority = request.AuthorityIn(store);
        authority.DemandStatus(
            clock.GetUtcNow(),
            "tagging",
            AuthorityStatus.PendingCertificate,
            AuthorityStatus.Active,
            AuthorityStatus.Disabled,
            AuthorityStatus.Expired);
        return authority;
    }
}
