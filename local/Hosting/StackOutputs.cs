using Infra.Local.CloudFormation.Stacks;

namespace Infra.Local.Hosting;

/// <summary>The outputs of this project's stacks, by the names that the CDK app gives them.</summary>
public static class StackOutputs
{
    public static IEnumerable<Uri> LoadBalancers(IEnumerable<DeployedStack> stacks) =>
        All(stacks, "LoadBalancerDnsName").Select(name => new Uri($"http://{name}"));

    public static IEnumerable<Uri> CrlUrls(IEnumerable<DeployedStack> stacks) => All(stacks, "CrlUrl").Select(url => new Uri(url));

    /// <exception cref="InvalidOperationException">No stack has such an output, or several have.</exception>
    public static string Of(IEnumerable<DeployedStack> stacks, string name) => All(stacks, name).Single();

    private static IEnumerable<string> All(IEnumerable<DeployedStack> stacks, string name) =>
        from stack in stacks
        from output in stack.Outputs
        where output.Key == name
        select output.Value;
}
