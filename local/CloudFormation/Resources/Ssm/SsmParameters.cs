using System.Collections.Concurrent;

namespace Infra.Local.CloudFormation.Resources.Ssm;

/// <summary>SSM parameters by name: those of templates, and the one that a bootstrapped account has.</summary>
public sealed class SsmParameters
{
    /// <summary>Version of the CDK bootstrap stack that this account claims to have; templates ask for at least 6.</summary>
    private const string BootstrapVersion = "21";

    private const string BootstrapPrefix = "/cdk-bootstrap/";
    private const string BootstrapSuffix = "/version";

    private readonly ConcurrentDictionary<string, string> _values = new();

    /// <summary>Null when there is no such parameter. Every <c>/cdk-bootstrap/…/version</c> has one, whatever the qualifier.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name)
        ?? (name.StartsWith(BootstrapPrefix, StringComparison.Ordinal) && name.EndsWith(BootstrapSuffix, StringComparison.Ordinal)
            ? BootstrapVersion
            : null);

    /// <summary>False when there is one of that name already.</summary>
    internal bool TryAdd(string name, string value) => _values.TryAdd(name, value);

    internal void Set(string name, string value) => _values[name] = value;

    internal void Remove(string name) => _values.TryRemove(name, out _);
}
