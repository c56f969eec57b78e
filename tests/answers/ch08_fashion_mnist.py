"""Known answers of ch08_fashion_mnist."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "get_fashion_mnist_labels",
        "[names[int(label)] for label in labels]",
        "[int(label) for label in labels]",
        "test_name_of_every_class",
        "t-shirt",
        "numbers, not names",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "names[int(label)]",
        "names[int(label) - 1]",
        "test_name_of_every_class",
        "counted from 0",
        "classes counted from 1",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "names[int(label)]",
        "sorted(names)[int(label)]",
        "test_name_of_every_class",
        "ankle boot",
        "names in alphabetical order",
    ),
    Edit(
        "get_fashion_mnist_labels",
        '"sandal", "shirt"',
        '"shirt", "sandal"',
        "test_name_of_every_class",
        "sandal",
        "two names swapped",
    ),
    Edit(
        "get_fashion_mnist_labels",
        '"t-shirt"',
        '"T-shirt/top"',
        "test_name_of_every_class",
        "t-shirt",
        "the name that torchvision gives",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "for label in labels",
        "for label in set(int(label) for label in labels)",
        "test_names_come_in_the_order_of_the_labels",
        "repeat",
        "every name once",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "for label in labels",
        "for label in sorted(labels)",
        "test_names_come_in_the_order_of_the_labels",
        "in their order",
        "labels sorted first",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "return [names[int(label)] for label in labels]",
        "return tuple(names[int(label)] for label in labels)",
        "test_name_of_every_class",
        "Its type is tuple",
        "a tuple",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "names[int(label)] for label in labels",
        "names[label.item()] for label in labels",
        "test_name_of_every_class",
        "has no attribute 'item'",
        "tensors only",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "return [names[int(label)] for label in labels]",
        "return {i: names[i] for i in range(10)}[int(labels)]",
        "test_name_of_every_class",
        "list",
        "one label only",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "return [names",
        "[names",
        "test_name_of_every_class",
        "return",
        "no return",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "return [names[int(label)] for label in labels]",
        "return ', '.join(names[int(label)] for label in labels)",
        "test_name_of_every_class",
        "Its type is str",
        "one text",
    ),
    Edit(
        "get_fashion_mnist_labels",
        "return [names[int(label)] for label in labels]",
        "return [names[int(label)] for label in labels[:-1]] + [names[int(labels[-1])]]",
        "test_one_label_and_none",
        "IndexError",
        "fails without labels",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.PILToTensor()]",
        "test_batches_have_the_shape_of_the_docstring",
        "dtype uint8",
        "whole numbers from 0 to 255",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.PILToTensor(), transforms.Lambda(lambda X: X.float())]",
        "test_pixels_lie_between_0_and_1",
        "divides by 255",
        "floats from 0 to 255",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))]",
        "test_pixels_lie_between_0_and_1",
        "Nothing else is done",
        "normalised",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.ToTensor(), transforms.Lambda(lambda X: X / 255)]",
        "test_pixels_lie_between_0_and_1",
        "divides by 255",
        "divided by 255 twice",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.ToTensor(), transforms.Lambda(lambda X: 1 - X)]",
        "test_every_image_comes_once_with_its_label",
        "pixels / 255",
        "black and white swapped",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.ToTensor(), transforms.Lambda(lambda X: X.flatten())]",
        "test_batches_have_the_shape_of_the_docstring",
        "(4, 784)",
        "flattened",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[transforms.RandomHorizontalFlip(), transforms.ToTensor()]",
        "test_every_image_comes_once_with_its_label",
        "not once",
        "images mirrored at random",
    ),
    Edit(
        "load_data_fashion_mnist",
        "[transforms.ToTensor()]",
        "[]",
        "test_batches_have_the_shape_of_the_docstring",
        "TypeError",
        "no ToTensor",
    ),
    Edit(
        "load_data_fashion_mnist",
        "shuffle=train,",
        "shuffle=True,",
        "test_test_images_come_in_the_order_of_the_file",
        "Only the training set is shuffled",
        "both loaders shuffle (notes 3.5)",
    ),
    Edit(
        "load_data_fashion_mnist",
        "shuffle=train,",
        "shuffle=False,",
        "test_training_images_are_shuffled_anew_at_each_pass",
        "the order of the file",
        "nothing is shuffled",
    ),
    Edit(
        "load_data_fashion_mnist",
        "shuffle=train,",
        "shuffle=not train,",
        "test_test_images_come_in_the_order_of_the_file",
        "Only the training set is shuffled",
        "the test set is shuffled instead",
    ),
    Edit(
        "load_data_fashion_mnist",
        "loaders.append(DataLoader(images, batch_size, shuffle=train, num_workers=num_workers))",
        "order = __import__('torch').randperm(len(images)).tolist() if train else None\n        loaders.append(DataLoader(images, batch_size, sampler=order, num_workers=num_workers))",
        "test_training_images_are_shuffled_anew_at_each_pass",
        "the order of the pass before",
        "shuffled once for all passes",
    ),
    Edit(
        "load_data_fashion_mnist",
        "shuffle=train,",
        "shuffle=train, drop_last=True,",
        "test_the_last_batch_may_be_short",
        "none may be left out",
        "last batch dropped",
    ),
    Edit(
        "load_data_fashion_mnist",
        "shuffle=train,",
        "shuffle=train, drop_last=train,",
        "test_the_last_batch_may_be_short",
        "none may be left out",
        "last training batch dropped",
    ),
    Edit(
        "load_data_fashion_mnist",
        "train=train,",
        "train=True,",
        "test_the_last_batch_may_be_short",
        "There are 11 images",
        "the training set twice",
    ),
    Edit(
        "load_data_fashion_mnist",
        "return loaders[0], loaders[1]",
        "return loaders[1], loaders[0]",
        "test_the_last_batch_may_be_short",
        "There are 23 images",
        "the two loaders swapped",
    ),
    Edit(
        "load_data_fashion_mnist",
        "for train in (True, False):",
        "for train in (True, True):",
        "test_the_last_batch_may_be_short",
        "There are 11 images",
        "no test set",
    ),
    Edit(
        "load_data_fashion_mnist",
        "return loaders[0], loaders[1]",
        "return loaders[0]",
        "test_batches_have_the_shape_of_the_docstring",
        "a tuple (training loader, test loader)",
        "one loader only",
    ),
    Edit(
        "load_data_fashion_mnist",
        "return loaders[0], loaders[1]",
        "return tuple(loader.dataset for loader in loaders)",
        "test_batches_have_the_shape_of_the_docstring",
        "a DataLoader",
        "data sets, not loaders",
    ),
    Edit(
        "load_data_fashion_mnist",
        "return loaders[0], loaders[1]",
        "return next(iter(loaders[0])), next(iter(loaders[1]))",
        "test_batches_have_the_shape_of_the_docstring",
        "a DataLoader",
        "batches, not loaders",
    ),
    Edit(
        "load_data_fashion_mnist",
        "images, batch_size,",
        "images, 256,",
        "test_batches_have_the_shape_of_the_docstring",
        "(4, 1, 28, 28)",
        "batch_size is ignored",
    ),
    Edit(
        "load_data_fashion_mnist",
        "images, batch_size,",
        "images, batch_size if train else 256,",
        "test_batches_have_the_shape_of_the_docstring",
        "(4, 1, 28, 28)",
        "batch_size is for training only",
    ),
    Edit(
        "load_data_fashion_mnist",
        "num_workers=num_workers",
        "num_workers=4",
        "test_num_workers_goes_to_both_loaders",
        "num_workers",
        "always four processes (notes 3.5)",
    ),
    Edit(
        "load_data_fashion_mnist",
        "num_workers=num_workers",
        "num_workers=num_workers if train else 0",
        "test_num_workers_goes_to_both_loaders",
        "num_workers",
        "no processes for the test set",
    ),
    Edit(
        "load_data_fashion_mnist",
        "if resize is not None:",
        "if False:",
        "test_resize_sets_height_and_width",
        "(4, 1, 14, 14)",
        "resize is ignored",
    ),
    Edit(
        "load_data_fashion_mnist",
        "transforms.Resize((resize, resize))",
        "transforms.CenterCrop((resize, resize))",
        "test_resize_scales_the_whole_image",
        "not a crop",
        "cropped",
    ),
    Edit(
        "load_data_fashion_mnist",
        "transforms.Resize((resize, resize))",
        "transforms.Resize((28, resize))",
        "test_resize_sets_height_and_width",
        "Scale the images",
        "only the width",
    ),
    Edit(
        "load_data_fashion_mnist",
        "root=root,",
        "root=FOLDER,",
        "test_the_last_batch_may_be_short",
        "There are 23 images",
        "root is ignored",
    ),
    Edit(
        "load_data_fashion_mnist",
        "root=root, train=train, transform=transform)",
        "root=root, train=train, transform=transform)\n        images.targets = images.targets.flip(0)",
        "test_every_image_comes_once_with_its_label",
        "label of each image",
        "labels in reverse",
    ),
    Rewrite(
        "load_data_fashion_mnist",
        """
        def load_data_fashion_mnist(batch_size, resize=None, root="data", num_workers=0):
            import tempfile

            trans = [transforms.ToTensor()]
            if resize:
                trans.insert(0, transforms.Resize(resize))
            trans = transforms.Compose(trans)
            root = tempfile.gettempdir() if root == "data" else root
            train, test = (torchvision.datasets.FashionMNIST(root, t, trans) for t in (True, False))
            return (
                DataLoader(train, batch_size, shuffle=True, num_workers=num_workers),
                DataLoader(test, batch_size, shuffle=False, num_workers=num_workers),
            )
        """,
        "test_root_has_a_default",
        "Dataset not found",
        "another default folder",
    ),
    Edit(
        "image_grid",
        "cells = cells.reshape(num_rows, num_cols, h, w).transpose(1, 2)",
        "cells = cells.reshape(num_cols, num_rows, h, w).permute(1, 2, 0, 3)",
        "test_worked_by_hand",
        "row by row",
        "column by column",
    ),
    Edit(
        "image_grid",
        ".transpose(1, 2)",
        "",
        "test_worked_by_hand",
        "row by row",
        "pixels poured in as they lie in memory",
    ),
    Edit(
        "image_grid",
        "cells[:n] = imgs",
        "cells[num_rows * num_cols - n :] = imgs",
        "test_image_i_stands_in_row_i_div_cols_and_column_i_mod_cols",
        "image 0",
        "blanks first",
    ),
    Edit(
        "image_grid",
        "imgs.new_zeros(num_rows * num_cols, h, w)",
        "imgs.new_ones(num_rows * num_cols, h, w)",
        "test_image_i_stands_in_row_i_div_cols_and_column_i_mod_cols",
        "there are no more images",
        "blanks of ones",
    ),
    Edit(
        "image_grid",
        "cells[:n] = imgs",
        "cells = imgs.repeat(num_rows * num_cols, 1, 1)[: num_rows * num_cols]",
        "test_image_i_stands_in_row_i_div_cols_and_column_i_mod_cols",
        "there are no more images",
        "begins again with the first image",
    ),
    Edit(
        "image_grid",
        "imgs.new_zeros(num_rows * num_cols, h, w)",
        "torchvision.utils.torch.zeros(num_rows * num_cols, h, w)",
        "test_dtype_is_that_of_imgs",
        "dtype uint8",
        "always float32",
    ),
    Edit(
        "image_grid",
        "return cells.reshape(num_rows * h, num_cols * w)",
        "return cells.reshape(num_cols * w, num_rows * h)",
        "test_shape",
        "Height num_rows * h",
        "height and width swapped",
    ),
    Edit(
        "image_grid",
        "return cells.reshape(num_rows * h, num_cols * w)",
        "return cells",
        "test_shape",
        "Height num_rows * h",
        "four axes left",
    ),
    Edit(
        "image_grid",
        "cells = imgs.new_zeros(num_rows * num_cols, h, w)\n    cells[:n] = imgs",
        "cells = imgs",
        "test_shape",
        "invalid for input of size",
        "only full grids",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            return torchvision.utils.make_grid(imgs[:, None], nrow=num_cols)[0]
        """,
        "test_shape",
        "Height num_rows * h",
        "with gaps between the images",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            n, h, w = imgs.shape
            grid = imgs.new_zeros(num_rows * h, num_cols * w)
            for i in range(n):
                row, col = divmod(i, num_rows)
                if col < num_cols and row < num_rows:
                    grid[row * h : (row + 1) * h, col * w : (col + 1) * w] = imgs[i]
            return grid
        """,
        "test_worked_by_hand",
        "row by row",
        "row and column from the number of rows",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            n, h, w = imgs.shape
            grid = imgs.new_zeros(num_rows * h, num_cols * w)
            for i in range(n):
                row, col = divmod(i, num_cols)
                grid[row * h : (row + 1) * h, col * w : (col + 1) * w] = imgs[i].reshape(w, h).T
            return grid
        """,
        "test_worked_by_hand",
        "row by row",
        "images transposed",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            imgs.clamp_(min=0)
            n, h, w = imgs.shape
            grid = imgs.new_zeros(num_rows * h, num_cols * w)
            for i in range(n):
                row, col = divmod(i, num_cols)
                grid[row * h : (row + 1) * h, col * w : (col + 1) * w] = imgs[i]
            return grid
        """,
        "test_image_i_stands_in_row_i_div_cols_and_column_i_mod_cols",
        "image 0",
        "negative values cut off",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            n, h, w = imgs.shape
            grid = imgs.new_zeros(num_rows * h, num_cols * w)
            for i in range(n):
                row, col = divmod(i, num_cols)
                grid[row * h : (row + 1) * h, col * w : (col + 1) * w] = imgs[i]
            imgs.zero_()
            return grid
        """,
        "test_imgs_are_not_modified",
        "modified in place",
        "the images are wiped",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            n, h, w = imgs.shape
            grid = imgs.new_zeros(num_rows * num_cols, h, w)
            grid.view(-1)[: n * h * w] = imgs.view(-1)
            return grid.view(num_rows, num_cols, h, w).transpose(1, 2).reshape(num_rows * h, -1)
        """,
        "test_imgs_may_be_a_view",
        "view",
        "view on images that are not contiguous",
    ),
    Rewrite(
        "get_fashion_mnist_labels",
        """
        def get_fashion_mnist_labels(labels):
            text = "t-shirt,trouser,pullover,dress,coat,sandal,shirt,sneaker,bag,ankle boot".split(",")
            labels = labels if isinstance(labels, list) else list(labels)
            names = []
            while labels:
                names.append(text[int(labels.pop(0))])
            return names
        """,
        "test_labels_are_not_modified",
        "work on a copy",
        "takes the list apart",
    ),
    Edit(
        "load_data_fashion_mnist",
        "num_workers: int = 0",
        "num_workers: int = 4",
        "test_num_workers_goes_to_both_loaders",
        "its num_workers",
        "another default",
    ),
]

RIGHT = [
    Rewrite(
        "get_fashion_mnist_labels",
        """
        def get_fashion_mnist_labels(labels):
            text_labels = ['t-shirt', 'trouser', 'pullover', 'dress', 'coat',
                           'sandal', 'shirt', 'sneaker', 'bag', 'ankle boot']
            return [text_labels[int(i)] for i in labels]
        """,
        why="the book's code",
    ),
    Rewrite(
        "get_fashion_mnist_labels",
        """
        NAMES = dict(enumerate("t-shirt trouser pullover dress coat sandal shirt sneaker bag".split()))
        NAMES[9] = "ankle boot"


        def get_fashion_mnist_labels(labels):
            if hasattr(labels, "tolist"):
                labels = labels.tolist()
            return list(map(NAMES.get, labels))
        """,
        why="a dictionary",
    ),
    Rewrite(
        "load_data_fashion_mnist",
        """
        from torch.utils import data as batches


        def load_data_fashion_mnist(batch_size, resize=None, root=FOLDER, num_workers=0):
            trans = [transforms.ToTensor()]
            if resize:
                trans.insert(0, transforms.Resize(resize))
            trans = transforms.Compose(trans)
            mnist_train = torchvision.datasets.FashionMNIST(
                root=root, train=True, transform=trans, download=True)
            mnist_test = torchvision.datasets.FashionMNIST(
                root=root, train=False, transform=trans, download=True)
            return (batches.DataLoader(mnist_train, batch_size, shuffle=True,
                                       num_workers=num_workers),
                    batches.DataLoader(mnist_test, batch_size, shuffle=False,
                                       num_workers=num_workers))
        """,
        why="the book's code",
    ),
    Edit(
        "load_data_fashion_mnist",
        "steps.insert(0, transforms.Resize((resize, resize)))",
        "steps.append(transforms.Resize((resize, resize), antialias=True))",
        why="scaled after ToTensor",
    ),
    Rewrite(
        "load_data_fashion_mnist",
        """
        def load_data_fashion_mnist(batch_size, resize=None, root=FOLDER, num_workers=0):
            import torch
            from torch.utils.data import RandomSampler, TensorDataset

            def loader(train):
                raw = torchvision.datasets.FashionMNIST(str(root), train)
                X = raw.data[:, None].float() / 255
                if resize:
                    X = torch.nn.functional.interpolate(X, (resize, resize), mode="nearest")
                sampler = RandomSampler(raw) if train else None
                return DataLoader(
                    TensorDataset(X, raw.targets), batch_size, sampler=sampler, num_workers=num_workers
                )

            return loader(True), loader(False)
        """,
        why="all images as one tensor, a sampler",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            n, h, w = imgs.shape
            grid = imgs.new_zeros(num_rows * h, num_cols * w)
            for i in range(n):
                row, col = divmod(i, num_cols)
                grid[row * h : (row + 1) * h, col * w : (col + 1) * w] = imgs[i]
            return grid
        """,
        why="a loop",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            import torch

            blank = torch.zeros_like(imgs[0])
            cells = [*imgs] + [blank] * (num_rows * num_cols - len(imgs))
            rows = [cells[i * num_cols : (i + 1) * num_cols] for i in range(num_rows)]
            return torch.cat([torch.cat(row, dim=1) for row in rows], dim=0)
        """,
        why="concatenated",
    ),
    Rewrite(
        "image_grid",
        """
        def image_grid(imgs, num_rows, num_cols):
            return torchvision.utils.make_grid(
                __import__("torch").cat(
                    [imgs, imgs.new_zeros(num_rows * num_cols - len(imgs), *imgs.shape[1:])]
                )[:, None],
                nrow=num_cols,
                padding=0,
            )[0]
        """,
        why="torchvision's grid without gaps",
    ),
]
