using Infra.Local.CloudFormation.Assembly;

namespace Infra.Local.Verification;

/// <summary>Synthesizes an environment file with what <c>-c name=value</c> would say.</summary>
public delegate Task<CloudAssembly> Synthesize(
    string environment, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellationToken);
