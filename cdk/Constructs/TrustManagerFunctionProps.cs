using Amazon.CDK.AWS.IAM;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="TrustManagerFunction"/> needs to know.</summary>
public sealed record TrustManagerFunctionProps
{
    /// <summary>Which function of the executable it is: a name in <c>TrustManagerVariables</c>.</summary>
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Folder of the published executable.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }

    /// <summary>Environment variables besides the one that chooses the function; none by default.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What the function may do besides writing its own logs, by a name for each policy.</summary>
    public required IReadOnlyDictionary<string, PolicyDocument> Permissions { get; init; }
}
