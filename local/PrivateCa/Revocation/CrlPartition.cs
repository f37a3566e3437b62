namespace Infra.Local.PrivateCa.Revocation;

/// <summary>One part of a partitioned CRL.</summary>
/// <param name="Location">Fixed for good: its certificates name it, and so does the CRL itself.</param>
/// <param name="Settings">Name and folder that were configured when it began; with others a new partition begins.</param>
/// <param name="Certificates">How many certificates name it.</param>
public sealed record CrlPartition(CrlLocation Location, (string? Cname, string Bucket, string? Path) Settings, int Certificates);
