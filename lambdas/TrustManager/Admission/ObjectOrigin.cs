using System.Text.Json.Serialization;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>The object of a source bucket that a certificate was read from.</summary>
/// <param name="VersionId">Version that was read; null in a bucket without versions.</param>
/// <param name="Claim">What the event about this object says of its writer; null when no event was received.</param>
public sealed record ObjectOrigin(string Bucket, string Key, string? VersionId = null, WriterClaim? Claim = null)
{
    [JsonIgnore]
    public string Place => $"s3://{Bucket}/{Printable.Value(Key)}";

    /// <summary>With the claim of <paramref name="notice"/>, if that is about this object and version.</summary>
    public ObjectOrigin Noticing(ObjectOrigin? notice) =>
        notice is { Claim: { } claim } && notice with { Claim = null } == this with { Claim = null }
            ? this with { Claim = claim }
            : this;

    /// <summary>As a line of its own, for notifications and operators: who wrote it, as far as an event claims.</summary>
    public string DescribeWriter() => Claim is null
        ? "written by: no event said so (look for its PutObject in CloudTrail)"
        : $"written, as the event claims, by account {Claim.Account ?? "unknown"} from "
            + $"{Claim.Address ?? "an unknown address"} (anyone who may invoke the function can claim that: compare "
            + "with CloudTrail)";
}

/// <summary>
/// Who wrote an object, as the event of S3 says. Anyone who may invoke the function can send such an event, so that this
/// helps a person to ask and decides nothing.
/// </summary>
/// <param name="Account">Account id or service principal (<c>detail.requester</c>).</param>
/// <param name="Address">Source address (<c>detail.source-ip-address</c>).</param>
public sealed record WriterClaim(string? Account, string? Address);
