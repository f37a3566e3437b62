namespace Infra.Local.DirectoryService.Features;

/// <summary>Smart card sign-in of a directory.</summary>
public sealed record SmartCardFeature(ClientAuthenticationStatus Status, DateTimeOffset UpdatedAt);
