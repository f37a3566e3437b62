using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>Templates of up to eight resources that use each other by Ref, GetAtt, Sub and DependsOn.</summary>
internal static class RandomTemplate
{
    private const int Resources = 8;

    public static AssemblyStack Of(Dice dice)
    {
        var resources = new JsonObject();

        // Resource 0 is always there, and only lower numbers are used, so that there is no circle; the template lists them from the top.
        var present = Enumerable.Range(0, Resources).Where(number => number == 0 || dice.Choose(3) > 0).ToList();
        foreach (var number in present.AsEnumerable().Reverse())
        {
            resources[$"R{number}"] = Resource(dice, number, [.. present.Where(other => other < number)]);
        }

        var outputs = new JsonObject { ["Last"] = new JsonObject { ["Value"] = GetAtt($"R{present[^1]}", "Value") } };
        return new AssemblyStack("Stack", new JsonObject { ["Resources"] = resources, ["Outputs"] = outputs });
    }

    private static JsonObject Resource(Dice dice, int number, List<int> lower)
    {
        var properties = new JsonObject { ["Value"] = $"v{dice.Choose(3)}", ["Fixed"] = dice.OneIn(4) };
        var resource = new JsonObject { ["Type"] = $"Test::{"AB"[number % 2]}", ["Properties"] = properties };
        for (var uses = 0; lower.Count > 0 && uses < 2; uses++)
        {
            var used = $"R{lower[dice.Choose(lower.Count)]}";
            switch (dice.Choose(5))
            {
                case 1:
                    properties[$"Use{uses}"] = new JsonObject { ["Ref"] = used };
                    break;
                case 2:
                    properties[$"Use{uses}"] = GetAtt(used, "Value");
                    break;
                case 3:
                    properties["Value"] = new JsonObject { ["Fn::Sub"] = $"${{{used}}}-${{{used}.Value}}" };
                    break;
                case 4:
                    resource["DependsOn"] = used;
                    break;
            }
        }

        return resource;
    }

    private static JsonObject GetAtt(string logicalId, string attribute) => new() { ["Fn::GetAtt"] = new JsonArray(logicalId, attribute) };
}
