using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.Faults;
using Infra.Local.Tests.Iam;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>Valid values.</summary>
internal static class Some
{
    public static DateTimeOffset Now { get; } = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    public static AwsAccount Account { get; } = new("111122223333", "us-gov-west-1");

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static AssemblyStack Stack(string resources, string? more = null, string name = "Stack") =>
        new(name, Json($$"""{ "Resources": {{resources}} {{(more is null ? "" : $", {more}")}} }"""));

    public static CloudFormationEngine Engine(FakeWorld world, FaultPlan? faults = null, params IResourceType[] more) => new(
        Account,
        new ResourceTypes([new FakeType(world, "Test::A"), new FakeType(world, "Test::B"), new FakeType(world, "Custom::"), .. more]),
        new SsmParameters(),
        faults ?? new FaultPlan(),
        new FixedTime(Now));
}
