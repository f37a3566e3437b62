using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;

namespace Infra.Local.Hosting;

/// <summary>Deploys the stacks of a cloud assembly in order, as <c>cdk deploy --all</c> does.</summary>
public static class AssemblyDeployment
{
    /// <param name="aws">Where to.</param>
    /// <param name="assembly">What.</param>
    /// <param name="progress">Told of every step of every resource.</param>
    /// <exception cref="DeploymentFailedException">A stack failed and was rolled back; the stacks after it were not begun.</exception>
    public static async Task<IReadOnlyList<StackResult>> DeployAsync(
        LocalAws aws, CloudAssembly assembly, IProgress<StackEvent>? progress, CancellationToken cancellationToken)
    {
        var results = new List<StackResult>();
        foreach (var stack in assembly.Stacks)
        {
            var result = await aws.CloudFormation.DeployAsync(stack, progress, cancellationToken);
            results.Add(result.IsSuccess ? result : throw new DeploymentFailedException(result));
        }

        return results;
    }
}
