using System.Runtime.InteropServices;

namespace Compiled.Benchmarks.Baselines;

/// <summary>The expressions of W7 as plain loops over types of one's own: what one writes who wants it fast.</summary>
internal static class ExpressionsByLoops
{
    public static IReadOnlyDictionary<string, Func<AccountInput, object>> All { get; } = new Dictionary<string, Func<AccountInput, object>>
    {
        ["path"] = static input => Skus(input),
        ["filter"] = static input => Filter(input),
        ["map"] = static input => Doubled(input),
        ["sum"] = static input => Sum(input),
        ["object"] = static input => new AccountHead(input.Account.Name, input.Account.Order.Count, input.Account.Order[0].OrderID),
        ["sort"] = static input => Sort(input),
        ["join"] = static input => string.Join(", ", Names(input)),
        ["regex"] = static input => Hats(input),
        ["reduce"] = static input => Prices(input),
        ["conditional"] = static input => Classes(input),
        ["groupby"] = static input => Group(input),
        ["transform"] = static input => Totals(input),
    };

    private static List<string> Skus(AccountInput input)
    {
        var list = new List<string>(4);
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                list.Add(product.SKU);
        }
        return list;
    }

    private static List<double> Doubled(AccountInput input)
    {
        var list = new List<double>(4);
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                list.Add(product.Quantity * 2);
        }
        return list;
    }

    private static List<string> Names(AccountInput input)
    {
        var list = new List<string>(4);
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                list.Add(product.Name);
        }
        return list;
    }

    private static List<string> Classes(AccountInput input)
    {
        var list = new List<string>(4);
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                list.Add(product.Price > 50 ? "premium" : "basic");
        }
        return list;
    }

    private static double Sum(AccountInput input)
    {
        double sum = 0;
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                sum += product.Price * product.Quantity;
        }
        return sum;
    }

    private static double Prices(AccountInput input)
    {
        double sum = 0;
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                sum += product.Price;
        }
        return sum;
    }

    private static List<double> Filter(AccountInput input)
    {
        var list = new List<double>(4);
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
            {
                if (product.Price > 30)
                    list.Add(product.ProductID);
            }
        }
        return list;
    }

    private static List<string> Hats(AccountInput input)
    {
        var list = new List<string>(4);
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
            {
                if (HatPattern.Hat().IsMatch(product.Name))
                    list.Add(product.SKU);
            }
        }
        return list;
    }

    private static List<string> Sort(AccountInput input)
    {
        var products = new List<Product>(4);
        foreach (AccountOrder order in input.Account.Order)
            products.AddRange(order.Product);
        products.Sort(static (a, b) => b.Price.CompareTo(a.Price) is var byPrice && byPrice != 0 ? byPrice : string.CompareOrdinal(a.SKU, b.SKU));
        var list = new List<string>(products.Count);
        foreach (Product product in products)
            list.Add(product.SKU);
        return list;
    }

    private static Dictionary<string, double> Group(AccountInput input)
    {
        var groups = new Dictionary<string, double>();
        foreach (AccountOrder order in input.Account.Order)
        {
            foreach (Product product in order.Product)
                CollectionsMarshal.GetValueRefOrAddDefault(groups, product.Name, out _) += product.Price * product.Quantity;
        }
        return groups;
    }

    private static List<OrderTotal> Totals(AccountInput input)
    {
        var list = new List<OrderTotal>(input.Account.Order.Count);
        foreach (AccountOrder order in input.Account.Order)
        {
            double sum = 0;
            foreach (Product product in order.Product)
                sum += product.Price * product.Quantity;
            list.Add(new OrderTotal(order.OrderID, order.Product.Count, Math.Round(sum, 2)));
        }
        return list;
    }
}
