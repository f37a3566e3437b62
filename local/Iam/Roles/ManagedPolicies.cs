using System.Collections.Concurrent;
using Infra.Local.Endpoint;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Roles;

/// <summary>The managed policies of this account by ARN, and behind them the ones that AWS manages.</summary>
internal sealed class ManagedPolicies
{
    private readonly ConcurrentDictionary<string, PolicyDocument> _byArn = new();

    /// <exception cref="AwsException"><c>EntityAlreadyExists</c>.</exception>
    public void Add(string arn, PolicyDocument document)
    {
        if (!_byArn.TryAdd(arn, document))
        {
            throw new AwsException("EntityAlreadyExists", $"A policy with ARN {arn} already exists.", 409);
        }
    }

    public void Change(string arn, PolicyDocument document) => _byArn[arn] = document;

    public void Remove(string arn) => _byArn.TryRemove(arn, out _);

    /// <summary>Null for a policy of AWS that is not known here.</summary>
    public PolicyDocument? Find(string arn) => _byArn.GetValueOrDefault(arn) ?? AwsManagedPolicies.Find(arn);

    /// <exception cref="AwsException"><c>NoSuchEntity</c>.</exception>
    public void DemandAttachable(IEnumerable<string> arns)
    {
        foreach (var arn in arns.Where(arn => !AwsManagedPolicies.IsAwsManaged(arn) && !_byArn.ContainsKey(arn)))
        {
            throw new AwsException("NoSuchEntity", $"Policy {arn} does not exist or is not attachable.", 404);
        }
    }
}
