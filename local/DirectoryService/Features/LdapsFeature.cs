namespace Infra.Local.DirectoryService.Features;

/// <summary>Client-side LDAPS of a directory.</summary>
/// <param name="Reason">Why it could not be enabled; null otherwise.</param>
public sealed record LdapsFeature(LdapsStatus Status, DateTimeOffset UpdatedAt, string? Reason = null);
