namespace Infra.TrustManager.Directories;

/// <summary>What a directory is.</summary>
/// <param name="Type">As Directory Service calls it: <c>ADConnector</c>, <c>MicrosoftAD</c> ...</param>
/// <param name="Stage">As Directory Service calls it: <c>Active</c>, <c>Impaired</c> ...</param>
public sealed record DirectoryFacts(string Id, string Name, string Type, string Stage);
